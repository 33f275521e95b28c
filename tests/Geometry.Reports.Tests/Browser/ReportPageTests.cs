using System.Text.Json;
using Microsoft.Playwright;

namespace Geometry.Reports.Tests;

/// <summary>What a reader does with a report.</summary>
public sealed class ReportPageTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("geometry-page").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("--><svg onload=alert(1)>")]
    [InlineData("<!--<script>")]
    [InlineData("'-alert(1)-'{{datum.x}} ${alert(1)} \\u003cimg\\u003e <b>&amp;</b>")]
    [InlineData("javascript:alert(1)")]
    public async Task Hostile_names_are_shown_and_do_nothing(string text)
    {
        PageResults.WriteText(_folder, text);

        await using OpenReport report = await chromium.OpenAsync(ReportFile.Write(_folder));
        await report.DrawAllAsync();
        foreach (ILocator details in await report.Page.Locator("details > summary:visible").AllAsync())
        {
            await details.ClickAsync();
        }

        (await report.Page.Locator(".chart[data-state=failed]").CountAsync()).ShouldBe(0);
        (await report.Page.Locator("img, iframe, object, embed, svg[onload], main b, main script:not([type])").CountAsync()).ShouldBe(0);
        (await report.Page.Locator("script:not([type])").CountAsync()).ShouldBe(ReportScripts.OfPage.Count);
        (await report.Page.Locator("main h2").AllTextContentsAsync()).ShouldContain(text);
        report.ShouldBeQuietAndAlone();
    }

    [Fact]
    public async Task Nothing_but_the_scripts_of_the_page_may_run_and_nothing_may_be_fetched()
    {
        PageResults.WriteSweep(_folder, 2);
        await using OpenReport report = await chromium.OpenAsync(ReportFile.Write(_folder));

        await report.Page.EvaluateAsync("""
            () => {
              const script = document.createElement('script');
              script.textContent = 'window.ran = true';
              document.body.append(script);
            }
            """);
        bool fetched = await report.Page.EvaluateAsync<bool>("() => fetch('http://127.0.0.1:9/').then(() => true, () => false)");

        (await report.Page.EvaluateAsync<bool>("() => 'ran' in window")).ShouldBeFalse();
        fetched.ShouldBeFalse();
        report.Messages.Count(message => message.Contains("Content Security Policy", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Charts_are_drawn_when_they_come_into_view_and_all_of_them_for_print()
    {
        PageResults.WriteSweep(_folder, 4);
        await using OpenReport report = await chromium.OpenAsync(ReportFile.Write(_folder));
        await report.Page.Locator(".chart.drawn").First.WaitForAsync();
        int charts = await report.Charts.CountAsync();
        (await report.Page.Locator(".chart.drawn").CountAsync()).ShouldBeLessThan(charts);

        byte[] pdf = await report.Page.PdfAsync();

        (await report.Page.Locator(".chart.drawn").CountAsync()).ShouldBe(charts);
        pdf.Length.ShouldBeGreaterThan(10_000);
        report.ShouldBeQuietAndAlone();
    }

    [Fact]
    public async Task The_data_of_a_chart_are_a_table_for_those_who_ask()
    {
        PageResults.WriteSweep(_folder, 3);
        await using OpenReport report = await chromium.OpenAsync(ReportFile.Write(_folder));
        ILocator details = report.Page.Locator("details.data").First;
        (await details.Locator("table").CountAsync()).ShouldBe(0);

        await details.Locator("summary").FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");

        (await details.Locator("tbody tr").CountAsync()).ShouldBeGreaterThanOrEqualTo(9);
        (await details.Locator("th").AllTextContentsAsync()).ShouldContain("separability");
    }

    [Fact]
    public async Task Tables_are_sorted_by_their_headers_with_the_keyboard_too()
    {
        PageResults.WriteSweep(_folder, 3);
        await using OpenReport report = await chromium.OpenAsync(ReportFile.Write(_folder));
        await report.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
        ILocator table = report.Page.Locator("table.sortable").First, header = table.Locator("thead th").Last;

        await header.GetByRole(AriaRole.Button).FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        double[] up = await ColumnAsync(table);
        (await header.GetAttributeAsync("aria-sort")).ShouldBe("ascending");
        await report.Page.Keyboard.PressAsync("Enter");
        double[] down = await ColumnAsync(table);

        up.Length.ShouldBe(9 * 8);
        up.ShouldBe(up.Order());
        down.ShouldBe(up.Reverse());
        (await header.GetAttributeAsync("aria-sort")).ShouldBe("descending");
    }

    [Theory]
    [InlineData(400, ColorScheme.Light)]
    [InlineData(400, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Nothing_is_wider_than_the_window_and_text_stands_out(int width, ColorScheme scheme)
    {
        PageResults.WriteText(_folder, "a rather long name of a nonlinearity");
        PageResults.WriteSweep(Path.Combine(_folder, "sweep"), 3);
        await using OpenReport report = await chromium.OpenAsync(
            ReportFile.Write(_folder), new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 800 }, ColorScheme = scheme });
        await report.DrawAllAsync();

        (await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        JsonElement? weak = await report.Page.EvaluateAsync("""
            () => {
              const shine = color => {
                const [r, g, b] = color.match(/[\d.]+/g).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const paperOf = element => {
                for (let e = element; e; e = e.parentElement) {
                  const color = getComputedStyle(e).backgroundColor;
                  if (!/, 0\)$/.test(color) && color !== 'transparent') {
                    return color;
                  }
                }
                return getComputedStyle(document.body).backgroundColor;
              };
              const isText = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim() !== '') && e.checkVisibility();
              return [...document.querySelectorAll('header *, nav *, main *, .chart svg.marks text')].filter(e => isText(e) && !e.closest('.vega-actions')).map(e => {
                const style = getComputedStyle(e), ink = shine(e.closest('svg') ? style.fill : style.color), paper = shine(paperOf(e));
                return [(Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05), e.textContent];
              }).filter(([contrast]) => contrast < 4.5);
            }
            """);
        weak!.Value.GetArrayLength().ShouldBe(0, weak.Value.ToString());
        report.ShouldBeQuietAndAlone();
    }

    [Fact]
    public void The_same_files_give_the_same_page()
    {
        PageResults.WriteSweep(_folder, 3, seeds: 2);

        byte[] first = File.ReadAllBytes(ReportFile.Write(_folder)), second = File.ReadAllBytes(ReportFile.Write(_folder));

        second.ShouldBe(first);
    }

    [Fact]
    public void Charts_are_drawn_as_files_without_a_browser()
    {
        PageResults.WriteSweep(_folder, 3, seeds: 2);
        var page = new ReportPage(ReportContents.Read(_folder));

        IReadOnlyList<string> paths = SvgCharts.Write(page, Path.Combine(_folder, "drawings"));

        paths.Select(Path.GetFileNameWithoutExtension).ShouldBe(page.Charts().Select(chart => chart.Name));
        foreach (string path in paths)
        {
            string svg = File.ReadAllText(path);
            System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName.ShouldBe("svg");
            svg.ShouldNotContain("NaN");
        }
    }

    private static Task<double[]> ColumnAsync(ILocator table) => table.Locator("tbody tr").EvaluateAllAsync<double[]>("rows => rows.map(row => Number(row.cells[row.cells.length - 1].dataset.value))");
}
