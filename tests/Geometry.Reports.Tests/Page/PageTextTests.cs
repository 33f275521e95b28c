using Geometry.Experiments;

namespace Geometry.Reports.Tests;

/// <summary>What the tables of a page say.</summary>
public sealed class PageTextTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("geometry-words").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Means_have_their_standard_errors_and_undefined_values_their_reasons()
    {
        string page = PageOf(
            Row("tanh", 1, 0.25), Row("tanh", 2, 0.75), Row("relu", 1, null) with { Reason = "the layer is dead" }, Row("relu", 2, 0.5));

        page.ShouldContain("<td class=\"number\" data-value=\"0.5\">0.500 <span class=\"error\">&#177; 0.250</span></td>");
        page.ShouldContain("aria-label=\"why 1 value undefined\"");
        page.ShouldContain("-reason-1\">the layer is dead</li>");
        page.ShouldContain("over 2 networks.");
    }

    [Fact]
    public void A_value_that_stands_alone_has_the_standard_error_of_its_score()
    {
        string page = PageOf(Row("", null, 0.9) with { StandardError = 0.02, PValue = 0.01, NullMean = 0.5 });

        page.ShouldContain("0.900 <span class=\"error\">&#177; 0.020 p = 0.010 against 0.500</span>");
        page.ShouldNotContain("<dt>networks</dt>");
    }

    [Fact]
    public void Defaults_of_settings_are_told_from_what_the_file_gives()
    {
        PageResults.WriteSweep(_folder, 2);

        string page = Page();

        page.ShouldContain("<td>1. Mlp</td>\n<td>hiddenWidths</td>\n<td>[8]</td>\n<td>file</td>");
        page.ShouldContain("<td>1. Mlp</td>\n<td>readout</td>\n<td>the preset&#39;s</td>\n<td>default</td>");
        page.ShouldContain("geometry run sweep.json");
    }

    [Fact]
    public void The_licences_of_what_is_in_the_page_are_in_it()
    {
        string page = PageOf(Row("tanh", 1, 1));

        page.ShouldContain("\nvega\nCopyright (c)");
        page.ShouldContain("\nvega-lite\nCopyright (c)");
        page.ShouldContain("\nvega-embed\nCopyright (c)");
        page.ShouldContain("\nd3-array\nCopyright");
    }

    [Fact]
    public void A_table_without_rows_says_so() => PageOf().ShouldContain("There are no scores.");

    private static ResultRow Row(string nonlinearity, long? seed, double? value) => new()
    {
        Experiment = "words", Cell = seed is null ? "only" : $"nonlinearity={nonlinearity};seed={seed}", Nonlinearity = nonlinearity, Seed = seed, Epoch = seed is null ? null : 1,
        Layer = "Hidden1", Score = "ccgp", Variant = "svm", Target = "Label", Value = value, N = 4,
    };

    private string PageOf(params ResultRow[] rows)
    {
        using (ResultFolder folder = ResultFolder.Open(_folder))
        {
            folder.Write(rows, "{}");
        }

        return Page();
    }

    private string Page()
    {
        using var writer = new StringWriter();
        new ReportPage(ReportContents.Read(_folder)).Write(writer);
        return writer.ToString();
    }
}
