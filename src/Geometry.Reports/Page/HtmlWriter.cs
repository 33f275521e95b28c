using System.Net;

namespace Geometry.Reports;

/// <summary>Writes HTML: every text and attribute is escaped, and every element that was opened is closed.</summary>
/// <param name="writer">Where to.</param>
internal sealed class HtmlWriter(TextWriter writer)
{
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; <see cref="Close"/> closes it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Its attributes; those whose value is null are left out, and those whose value is empty stand alone.</param>
    public HtmlWriter Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        _open.Push(name);
        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    public HtmlWriter Close()
    {
        string name = _open.Pop();
        writer.Write($"</{name}>");
        if (name is not ("a" or "span" or "small" or "code" or "strong" or "sup"))
        {
            writer.Write('\n');
        }

        return this;
    }

    /// <summary>Writes an element that has no content, such as <c>meta</c>.</summary>
    public HtmlWriter Void(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        writer.Write('\n');
        return this;
    }

    /// <summary>Writes an element with a text in it.</summary>
    public HtmlWriter Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) => Open(name, attributes).Text(text).Close();

    /// <summary>Writes text.</summary>
    public HtmlWriter Text(string text)
    {
        writer.Write(Escape(text));
        return this;
    }

    /// <summary>Writes what must stand as it is: the text of scripts and styles of this assembly, and JSON made safe by <see cref="ReportScripts.SafeJson"/>.</summary>
    public HtmlWriter Trusted(string text)
    {
        writer.Write(text);
        return this;
    }

    // Control characters are not allowed in HTML at all.
    private static string Escape(string text) =>
        WebUtility.HtmlEncode(string.Concat(text.Where(c => c is '\n' or '\t' || !char.IsControl(c))));

    private void Start(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        writer.Write($"<{name}");
        foreach ((string attribute, string? value) in attributes)
        {
            if (value is not null)
            {
                writer.Write(value.Length == 0 ? $" {attribute}" : $" {attribute}=\"{Escape(value)}\"");
            }
        }

        writer.Write('>');
    }
}
