using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Geometry.Reports.Tests;

/// <summary>Whatever names there are in results, the page has the same elements as with harmless ones.</summary>
public sealed partial class HostileTextTests : IDisposable
{
    private static readonly string[] s_pieces =
        ["<", ">", "&", "\"", "'", "</script>", "</style>", "<script>", "<!--", "-->", "]]>", "<img src=x onerror=alert(1)>", "&lt;", "\\u003c", "\\", "\u2028", "\0", "\r\n", "\ud83d", "é", "=", ",", " ", "a", "{{", "${"];

    private readonly string _folder = Directory.CreateTempSubdirectory("geometry-text").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void No_text_becomes_an_element_or_an_attribute()
    {
        string[] harmless = Elements("harmless");

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(
            Gen.Elements(s_pieces).NonEmptyListOf().Select(pieces => $"x{string.Concat(pieces)}").ToArbitrary(),
            text => Elements(text).ShouldBe(harmless, text)));
    }

    // The tags of the page with the names of their attributes, without those of scripts and styles, which are always the same.
    private string[] Elements(string text)
    {
        PageResults.WriteText(_folder, text);
        using var writer = new StringWriter();
        new ReportPage(ReportContents.Read(_folder)).Write(writer);
        string page = OwnText().Replace(writer.ToString(), "");
        return [.. Tag().Matches(page).Select(tag => AttributeValue().Replace(tag.Value, ""))];
    }

    [GeneratedRegex("(?<=<(script|style)[^>]*>).*?(?=</(script|style)>)|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex OwnText();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("=\"[^\"]*\"")]
    private static partial Regex AttributeValue();
}
