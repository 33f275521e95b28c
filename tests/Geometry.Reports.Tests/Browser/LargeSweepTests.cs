using System.Globalization;
using Xunit.Abstractions;

namespace Geometry.Reports.Tests;

/// <summary>The report of a sweep of 5,000 cells, each a place of a heat map of its own. Its times are printed, and not judged.</summary>
public sealed class LargeSweepTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>, IDisposable
{
    private const long MostBytes = 20_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("geometry-sweep").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_report_of_5000_cells_is_small_and_opens()
    {
        PageResults.WriteSweep(_folder, side: 50);
        string file = ReportFile.Write(_folder);
        long size = new FileInfo(file).Length;
        size.ShouldBeLessThan(MostBytes);

        await using OpenReport report = await chromium.OpenAsync(file);
        double[] times = await report.Page.EvaluateAsync<double[]>("""
            async () => {
              while (!document.querySelector('.chart.drawn')) {
                await new Promise(requestAnimationFrame);
              }
              const first = performance.now();
              return [performance.getEntriesByType('navigation')[0].loadEventEnd, first];
            }
            """);
        await report.DrawAllAsync();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size / 1e6:0.0} MB; load event after {times[0]:0} ms, first chart drawn after {times[1]:0} ms at most"));
        (await report.Page.Locator(".chart[data-state=drawn]").CountAsync()).ShouldBe(await report.Charts.CountAsync());
        report.ShouldBeQuietAndAlone();
    }
}
