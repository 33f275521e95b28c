using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Geometry.Reports.Tests;

/// <summary>Whatever names there are in results, the page has no other elements and attributes than with harmless ones.</summary>
public sealed partial class HostileTextTests : IDisposable
{
    private static readonly string[] s_pieces =
        ["<", ">", "&", "\"", "'", "</script>", "</style>", "<script>", "<!--", "-->", "]]>", "<img src=x onerror=alert(1)>", "&lt;", "\\u003c", "\\", "\u2028", "\0", "\r\n", "é", "=", ",", " ", "a", "{{", "${"];

    private readonly string _folder = Directory.CreateTempSubdirectory("geometry-text").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void No_text_becomes_an_element_or_an_attribute()
    {
        HashSet<string> harmless = [.. Names("harmless"), .. Names("2")];

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(
            Gen.Elements(s_pieces).NonEmptyListOf().Select(pieces => $"x{string.Concat(pieces)}").ToArbitrary(),
            text => Names(text).Except(harmless).ShouldBeEmpty(text)));
    }

    // The names of the page's elements and attributes; what is in scripts and styles is no element, and ends where they do.
    private HashSet<string> Names(string text)
    {
        PageResults.WriteText(_folder, text);
        using var writer = new StringWriter();
        new ReportPage(ReportContents.Read(_folder)).Write(writer);
        return [.. Tag().Matches(OwnText().Replace(writer.ToString(), "")).SelectMany(tag => AttributeValue().Replace(tag.Value, "").Trim('<', '>').Split(' '))];
    }

    [GeneratedRegex("(?<=<(script|style)[^>]*>).*?(?=</(script|style)>)|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex OwnText();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("=\"[^\"]*\"")]
    private static partial Regex AttributeValue();
}
