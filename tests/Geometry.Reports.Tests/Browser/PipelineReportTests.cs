using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Geometry.Reports.Tests;

/// <summary>The report of every pipeline file, as a browser shows it.</summary>
public sealed class PipelineReportTests(Chromium chromium) : IClassFixture<Chromium>
{
    public static TheoryData<string> Names => [.. TinyResults.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_chart_is_drawn_and_nothing_is_fetched(string name)
    {
        string folder = chromium.Results.Of(name);
        string file = ReportFile.Write(folder);
        IReadOnlyList<(string Name, Chart Chart)> charts = new ReportPage(ReportContents.Read(folder)).Charts();
        charts.ShouldNotBeEmpty();

        await using OpenReport report = await chromium.OpenAsync(file);
        await report.DrawAllAsync();

        (await report.Charts.CountAsync()).ShouldBe(charts.Count);
        foreach ((string id, Chart chart) in charts)
        {
            ILocator figure = report.Page.Locator($"figure#{id}"), drawing = figure.Locator(".chart");
            (await drawing.GetAttributeAsync("data-state")).ShouldBe("drawn", id);
            (await drawing.GetAttributeAsync("role")).ShouldBe("img");
            (await drawing.GetAttributeAsync("aria-label")).ShouldBe(chart.Title);
            await Assertions.Expect(drawing).ToHaveAccessibleDescriptionAsync(chart.Description);
            (await figure.Locator("details.words p").TextContentAsync()).ShouldBe(chart.Description);
            (await MarksAsync(drawing)).ShouldBeGreaterThan(0, id);
            (await drawing.Locator("svg.marks").InnerHTMLAsync()).ShouldNotMatch("NaN|undefined,|Infinity", id);
        }

        report.ShouldBeQuietAndAlone();
    }

    [Fact]
    public async Task The_report_of_all_of_them_links_to_each()
    {
        string root = Path.GetDirectoryName(chromium.Results.Of("noise"))!;
        chromium.Results.Of("separability");
        string file = ReportFile.Write(root, Path.Combine(root, "all", "report.html"));

        await using OpenReport report = await chromium.OpenAsync(file);

        foreach (ILocator link in await report.Page.Locator("nav a").AllAsync())
        {
            string target = (await link.GetAttributeAsync("href"))!;
            await link.ClickAsync();
            await report.Page.WaitForURLAsync(new Regex($"{Regex.Escape(target)}$"));
            await report.Page.Locator(target).WaitForAsync();
            await report.Page.WaitForFunctionAsync("id => { const top = document.querySelector(id).getBoundingClientRect().top; return top > -2 && top < innerHeight; }", target);
        }

        report.ShouldBeQuietAndAlone();
    }

    // What stands for data: symbols, lines, areas, bars, cells and arcs, but not axes, grids and legends.
    private static Task<int> MarksAsync(ILocator chart) => chart.Locator(".mark-group.role-frame, .role-mark").EvaluateAllAsync<int>(
        "marks => marks.filter(mark => mark.classList.contains('role-mark')).flatMap(mark => [...mark.querySelectorAll('path, text, line, rect, image')]).filter(e => e.getBBox().width + e.getBBox().height > 0).length");
}
