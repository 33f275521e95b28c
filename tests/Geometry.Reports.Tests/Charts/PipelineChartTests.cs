using System.Text.Json.Nodes;

namespace Geometry.Reports.Tests;

public class PipelineChartTests
{
    public static TheoryData<string> Files => [.. SyntheticPipelines.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_pipeline_has_charts_that_are_sound(string file)
    {
        IReadOnlyList<Chart> charts = ReportCharts.Of(SyntheticPipelines.Of(file));
        charts.Count.ShouldBeInRange(1, 40);
        charts.Select(chart => chart.Id).ShouldBeUnique();
        charts.Select(chart => chart.Title).ShouldBeUnique();
        charts.Sum(chart => chart.Specification.ToJsonString().Length).ShouldBeLessThan(4_000_000);
        foreach (Chart chart in charts)
        {
            ChartChecks.Check(chart);
        }
    }

    [Theory]
    [InlineData("training-curves.json", "training", "nonlinearities", "alignment-plane")]
    [InlineData("neural-collapse.json", "training", "training-collapse")]
    [InlineData("separability-noise.json", "map-alignment-centred-conditions-the-target", "map-ccgp-svm-leave-one-pair-out-the-target", "alignment-plane")]
    [InlineData("separability.json", "sweep-alignment-centred-conditions-the-target")]
    [InlineData("noise.json", "sweep-alignment-centred-conditions-the-target")]
    [InlineData("width.json", "sweep")]
    [InlineData("initialisation.json", "sweep-alignment-centred-conditions-the-target")]
    [InlineData("multiple-outputs.json", "sweep-alignment-centred-conditions-the-target")]
    [InlineData("input-output-alignment.json", "sweep-alignment-centred-conditions-the-target")]
    [InlineData("depth.json", "sweep", "layers-alignment-centred-conditions-the-target")]
    [InlineData("deep-mlps.json", "layers-alignment-centred-conditions-the-target", "settings")]
    [InlineData("deep-xor.json", "settings")]
    [InlineData("optimiser.json", "settings")]
    [InlineData("input-range.json", "settings")]
    [InlineData("noise-law.json", "settings")]
    [InlineData("readout.json", "settings")]
    [InlineData("nonlinearities.json", "nonlinearities-1", "nonlinearities-2")]
    [InlineData("unstructured-binary.json", "layers", "nonlinearities", "alignment-plane")]
    [InlineData("fashion-mnist.json", "layers", "nonlinearities")]
    [InlineData("images-fashion-mnist.json", "layers-alignment-centred-conditions-the-target", "null-parallelism-cosine-best-pairing-the-target")]
    [InlineData("images-gratings.json", "layers-alignment-centred-conditions-the-target", "layers-collapse-nc1-pinv-the-target")]
    [InlineData("dynamics-unstructured.json", "weight-plane", "selectivity", "course", "nonlinearities-dynamics")]
    [InlineData("dynamics-separable.json", "sweep-selectivity-all-the-target", "weight-plane", "selectivity")]
    [InlineData("noise-escape.json", "sweep-selectivity-all-the-target")]
    [InlineData("simplified-training.json", "comparison-1", "settings", "settings-dynamics")]
    public void Charts_fit_the_experiment(string file, params string[] expected)
    {
        string[] ids = [.. ReportCharts.Of(SyntheticPipelines.Of(file)).Select(chart => chart.Id)];
        foreach (string id in expected)
        {
            ids.ShouldContain(id);
        }
    }

    [Fact]
    public void A_sweep_of_thousands_of_cells_is_aggregated()
    {
        PipelineResults results = MadeUpResults.Grid(across: 60, up: 45);
        IReadOnlyList<Chart> charts = ReportCharts.Of(results);
        results.Rows.Count.ShouldBe(60 * 45 * 2);
        Chart map = charts.Single(chart => chart.Id.StartsWith("map-", StringComparison.Ordinal));
        ChartChecks.Check(map);
        map.Description.ShouldContain("Neighbouring values of separability are taken together.");
        ChartChecks.Views(map.Specification, []).Sum(view => view.Rows.Count).ShouldBeLessThan(3 * 40 * 40);
    }

    [Fact]
    public void The_difference_of_a_map_is_centred_at_zero()
    {
        Chart map = ReportCharts.Of(MadeUpResults.Grid(across: 3, up: 3)).Single(chart => chart.Id.StartsWith("map-", StringComparison.Ordinal));
        (JsonObject View, JsonArray Rows)[] panels = [.. ChartChecks.Views(map.Specification, [])];
        panels.Length.ShouldBe(3);
        JsonArray domain = panels[2].View["encoding"]!["color"]!["scale"]!["domain"]!.AsArray();
        domain[0]!.GetValue<double>().ShouldBe(-domain[1]!.GetValue<double>());
        JsonNode cell = panels[2].Rows[0]!;
        double Of(int panel) => panels[panel].Rows.Single(row => row!["x"]!.ToJsonString() == cell["x"]!.ToJsonString() && row["y"]!.ToJsonString() == cell["y"]!.ToJsonString())!["value"]!.GetValue<double>();
        cell["value"]!.GetValue<double>().ShouldBe(Of(0) - Of(1), 1e-4);
    }
}
