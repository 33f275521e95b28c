using System.Text.Json.Nodes;
using Geometry.Experiments;
using Geometry.Scores;

namespace Geometry.Reports.Tests;

public class ReportChartsTests
{
    private static readonly string[] s_both = ["tanh", "relu"];

    [Fact]
    public void Without_two_points_there_is_no_chart()
    {
        ReportCharts.Of(MadeUpResults.Of([])).ShouldBeEmpty();
        ReportCharts.Of(MadeUpResults.Of([MadeUpResults.Row("nonlinearity=tanh;seed=1", "tanh", 1, "Hidden1", 0.8)])).ShouldBeEmpty();
        ReportCharts.Of((IReadOnlyList<ClaimRecord>)[]).ShouldBeEmpty();
    }

    [Fact]
    public void Curves_are_means_with_t_intervals()
    {
        double[] values = [0.5, 0.6, 0.7];
        Chart chart = ReportCharts.Of(MadeUpResults.Of(
            from name in s_both
            from seed in Enumerable.Range(0, 3)
            from epoch in new[] { 0, 10 }
            select MadeUpResults.Row($"nonlinearity={name};seed={seed}", name, seed, "Hidden1", values[seed] + (epoch / 100.0), epoch))).Single(chart => chart.Id == "training");
        JsonNode row = ChartChecks.Views(chart.Specification, []).Last().Rows.Single(row => row!["x"]!.GetValue<int>() == 10 && row["f"]!.GetValue<string>() == "ReLU")!;

        // t of 2 degrees of freedom at 95 %: 4.303.
        double half = 4.3027 * 0.1 / Math.Sqrt(3);
        row["mean"]!.GetValue<double>().ShouldBe(0.7, 1e-4);
        row["low"]!.GetValue<double>().ShouldBe(0.7 - half, 1e-4);
        row["high"]!.GetValue<double>().ShouldBe(0.7 + half, 1e-4);
        row["n"]!.GetValue<int>().ShouldBe(3);
        chart.Title.ShouldBe("CCGP over training: from 0.60 (tanh) and 0.60 (ReLU) at epoch 0 to 0.70 (tanh) and 0.70 (ReLU) at epoch 10");
        chart.Description.ShouldStartWith("Mean and 95 % t interval over 3 networks.");
    }

    [Fact]
    public void Undefined_scores_are_counted_and_not_drawn()
    {
        Chart chart = ReportCharts.Of(MadeUpResults.Of(
            from name in s_both
            from noise in new[] { "0", "1", "2" }
            select MadeUpResults.Row($"noise={noise};nonlinearity={name};seed=1", name, 1, "Hidden1", name == "relu" && noise == "2" ? null : 0.5 + (0.1 * noise[0])))).Single(chart => chart.Id == "sweep");
        ChartChecks.Check(chart);
        ChartChecks.Views(chart.Specification, []).Last().Rows.Count.ShouldBe(5);
        chart.Description.ShouldContain("1 score of 6 is undefined and not drawn (the layer is dead).");
    }

    [Fact]
    public void Chance_and_the_range_of_the_score_are_drawn()
    {
        Chart chart = ReportCharts.Of(MadeUpResults.Of(
            from name in s_both
            from layer in new[] { "Features", "Hidden1", "Hidden2" }
            select MadeUpResults.Row($"nonlinearity={name};seed=1", name, 1, layer, layer == "Features" ? 0.5 : 0.8))).Single(chart => chart.Id == "layers");
        (JsonObject View, JsonArray Rows)[] views = [.. ChartChecks.Views(chart.Specification, [])];
        views[0].Rows[0]!["chance"]!.GetValue<double>().ShouldBe(0.5);
        JsonNode encoding = views[^1].View["encoding"]!;
        encoding["y"]!["scale"]!["domain"]!.AsArray().Select(end => end!.GetValue<double>()).ShouldBe([0, 1]);
        encoding["x"]!["sort"]!.AsArray().Select(layer => layer!.GetValue<string>()).ShouldBe(["input", "Hidden1", "Hidden2"]);
    }

    [Fact]
    public void Two_decoders_are_told_apart()
    {
        Chart chart = ReportCharts.Of(MadeUpResults.Of(
            from name in s_both
            from variant in new[] { "svm/leave-one-pair-out", "logistic/leave-one-pair-out" }
            select MadeUpResults.Row($"nonlinearity={name};seed=1", name, 1, "Hidden1", name == "tanh" ? 0.9 : 0.6) with { Variant = variant })).ShouldHaveSingleItem();
        chart.Title.ShouldBe("CCGP (svm/leave-one-pair-out) by nonlinearity: from 0.90 (tanh) to 0.60 (ReLU)");
        chart.Description.ShouldContain("CCGP (logistic/leave-one-pair-out): 0.90 (tanh) and 0.60 (ReLU)");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.4)]
    [InlineData(0.577)]
    public void The_arc_is_that_of_the_task(double skew)
    {
        ResultRow[] Network(string name, int seed, double input)
        {
            double ceiling = Math.Cos(Math.Acos(input) - Math.Acos(skew));
            ResultRow row = MadeUpResults.Row($"nonlinearity={name};seed={seed}", name, seed, "Hidden1", input) with { Score = Alignment.Name, Variant = "centred/conditions" };
            return [row with { Target = "Features" }, row with { Target = "Label", Value = ceiling - 0.01, Ceiling = ceiling }];
        }

        Chart chart = ReportCharts.Of(MadeUpResults.Of([.. Network("tanh", 1, 0.7), .. Network("tanh", 2, 0.72), .. Network("relu", 1, 0.95), .. Network("relu", 2, 0.96)])).Single(chart => chart.Id == "alignment-plane");
        ChartChecks.Check(chart);
        JsonArray arc = ChartChecks.Views(chart.Specification, []).First().Rows;
        JsonNode top = arc.MaxBy(point => point!["arcTarget"]!.GetValue<double>())!;
        top["arcInput"]!.GetValue<double>().ShouldBe(skew, 0.02);
        top["arcTarget"]!.GetValue<double>().ShouldBe(1, 1e-3);
        arc[0]!["arcTarget"]!.GetValue<double>().ShouldBe(skew, 1e-3);
    }

    [Fact]
    public void Targets_of_one_network_stand_below_each_other()
    {
        Chart chart = ReportCharts.Of(MadeUpResults.Of(
            from target in Enumerable.Range(0, 50)
            select MadeUpResults.Row("cell", "", 1, "Data", 0.5 + (target * 0.01)) with { Target = $"dichotomy {target}", Seed = null, Epoch = null })).ShouldHaveSingleItem();
        ChartChecks.Check(chart);
        chart.Id.ShouldBe("targets");
        ChartChecks.Views(chart.Specification, []).Last().Rows.Count.ShouldBe(40);
        chart.Description.ShouldContain("The first 40 of 50 targets are drawn");
    }

    [Fact]
    public void Claims_have_their_verdict_and_the_smallest_effect()
    {
        ClaimRecord Claim(string id, ClaimDirection direction, double? effect, Verdict verdict) => new(
            id, "1", "the paper", "tanh is ahead", "a.json", direction, direction == ClaimDirection.Equal ? 0.5 : null, 0.05, null, effect, effect - 0.1, effect + 0.1, 5, verdict, "", "");
        IReadOnlyList<Chart> charts = ReportCharts.Of(
        [
            Claim("P1", ClaimDirection.Positive, 0.3, Verdict.Holds), Claim("P2", ClaimDirection.Negative, 0.2, Verdict.Reversed), Claim("P3", ClaimDirection.Positive, null, Verdict.NotRun),
            Claim("P4", ClaimDirection.Equal, 0.51, Verdict.Undecided),
        ]);
        charts.Select(chart => (chart.Id, chart.Title)).ShouldBe([("claims", "Claims of a difference: 1 holds and 1 reversed"), ("claims-equal", "Claims of a number: 1 undecided")]);
        foreach (Chart chart in charts)
        {
            ChartChecks.Check(chart);
        }

        JsonNode[] rows = [.. ChartChecks.Views(charts[0].Specification, []).First().Rows.OfType<JsonNode>()];
        rows.Select(row => (row["from"]!.GetValue<double>(), row["to"]!.GetValue<double>(), row["verdict"]!.GetValue<string>())).ShouldBe([(0, 0.05, "holds"), (-0.05, 0, "reversed")]);
        ChartChecks.Views(charts[1].Specification, []).First().Rows.Single()!["effect"]!.GetValue<double>().ShouldBe(0.01, 1e-9);
    }

    [Fact]
    public void The_same_nonlinearity_looks_the_same_everywhere()
    {
        NonlinearityStyle.Of("tanh").ShouldBe(new NonlinearityStyle("#0072B2", "circle", NonlinearityStyle.Of("tanh").Dash));
        NonlinearityStyle.Of("relu").Colour.ShouldBe("#D55E00");
        NonlinearityStyle.Of("relu-ceiling(1)").Colour.ShouldBe(NonlinearityStyle.Of("relu-ceiling(2)").Colour);
        NonlinearityStyle.Of("relu-ceiling(1)").Shape.ShouldNotBe(NonlinearityStyle.Of("relu-ceiling(2)").Shape);
        NonlinearityStyle.Of("of-my-own").ShouldBe(NonlinearityStyle.Of("of-my-own"));
        NonlinearityStyle.Of("tanh").Dash.ShouldNotBe(NonlinearityStyle.Of("relu").Dash);
    }
}
