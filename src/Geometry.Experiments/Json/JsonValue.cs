using System.Globalization;
using System.Text.Json;

namespace Geometry.Experiments;

/// <summary>A JSON value that knows where it stands in its file.</summary>
internal sealed class JsonValue
{
    /// <summary>Gets the kind.</summary>
    public required JsonKind Kind { get; init; }

    /// <summary>Gets the place of the value's first character.</summary>
    public required Place Place { get; init; }

    /// <summary>Gets a text's content, a number's digits as they are written, or "true" and "false".</summary>
    public string Text { get; init; } = "";

    /// <summary>Gets an object's fields in their order.</summary>
    public IReadOnlyList<JsonField> Fields { get; init; } = [];

    /// <summary>Gets a list's values.</summary>
    public IReadOnlyList<JsonValue> Items { get; init; } = [];

    /// <summary>Makes a whole number that stands for a value of a range.</summary>
    public static JsonValue Number(long value, Place place) =>
        new() { Kind = JsonKind.Number, Place = place, Text = value.ToString(CultureInfo.InvariantCulture) };

    /// <summary>Finds a field of an object, or null.</summary>
    public JsonValue? Field(string name) => Fields.FirstOrDefault(field => field.Name == name)?.Value;

    /// <summary>Names the kind for a message, with the content where it is short.</summary>
    public string Describe() => Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "a list",
        JsonKind.Text => $"the text '{Text}'",
        JsonKind.Number => $"the number {Text}",
        JsonKind.Boolean => Text,
        _ => "null",
    };

    /// <summary>Writes the value in one line, without blanks: the same text for the same value.</summary>
    public string ToCompactText() => Kind switch
    {
        JsonKind.Object => $"{{{string.Join(',', Fields.Select(f => $"{f.Name}:{f.Value.ToCompactText()}"))}}}",
        JsonKind.Array => $"[{string.Join(',', Items.Select(i => i.ToCompactText()))}]",
        JsonKind.Null => "null",
        _ => Text,
    };

    /// <summary>Writes the value so that two values have the same text only if they mean the same: texts in quotes, fields in the order of their names.</summary>
    public string ToCanonicalText() => Kind switch
    {
        JsonKind.Object => $"{{{string.Join(',', Fields.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"{Quote(f.Name)}:{f.Value.ToCanonicalText()}"))}}}",
        JsonKind.Array => $"[{string.Join(',', Items.Select(i => i.ToCanonicalText()))}]",
        JsonKind.Text => Quote(Text),
        JsonKind.Null => "null",
        _ => Text,
    };

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
