namespace Geometry.Cli.Tests;

public sealed class ScoreCommandTests : Workspace
{
    [Fact]
    public void Embeddings_are_selected_by_names_ranges_and_prefixes()
    {
        string[] selections = ["f0,f1,f2", "f0..f2", "f*"];

        double[][] values = [.. selections.Select(selection => Score("--embedding", $"x={selection}", "--condition", "shape,colour,size", "--target", "shape")
            .Select(row => double.Parse(row["value"], System.Globalization.CultureInfo.InvariantCulture)).ToArray())];

        values[0].Length.ShouldBe(3);
        values[1].ShouldBe(values[0]);
        values[2].ShouldBe(values[0]);
    }

    [Fact]
    public void Features_that_show_the_target_are_decodable_and_generalise_and_noise_is_not()
    {
        IReadOnlyList<Dictionary<string, string>> rows =
            Score("--embedding", "Bits=f*", "--embedding", "Noise=g*", "--condition", "shape,colour,size", "--target", "shape", "--input", "Input=f0..f2");

        Value(rows, "Bits", "ccgp").ShouldBe(1);
        Value(rows, "Bits", "decodability").ShouldBe(1);
        Value(rows, "Noise", "decodability").ShouldBeLessThan(0.75);
        rows.Single(row => row["layer"] == "Bits" && row["score"] == "alignment" && row["target"] == "Input")["value"].ShouldBe("1");
        rows.ShouldAllBe(row => row["experiment"] == "table" && row["nonlinearity"] == "" && row["seed"] == "" && row["epoch"] == "");
    }

    [Fact]
    public void Several_targets_are_scored_each_by_itself() =>
        Score("--embedding", "f*", "--condition", "shape,colour,size", "--target", "shape,colour", "--scores", "ccgp")
            .Select(row => row["target"]).ShouldBe(["shape", "colour"]);

    [Fact]
    public void Without_a_target_every_balanced_dichotomy_is_scored() =>
        Score("--embedding", "f*", "--condition", "shape,colour", "--scores", "decodability").Count.ShouldBe(3 + 1);

    [Fact]
    public void Every_score_of_the_catalogue_can_be_named()
    {
        IReadOnlyList<Dictionary<string, string>> rows = Score(
            "--embedding", "f*", "--condition", "shape,colour", "--target", "shape", "--input", "Input=g*", "--scores", string.Join(',', Geometry.Experiments.TableScoring.Scores));

        rows.Select(row => row["score"]).Distinct().ShouldBe(Geometry.Scores.ScoreCatalog.All.Select(score => score.Name));
        rows.Single(row => row["variant"].EndsWith("/untrained-mean", StringComparison.Ordinal))["target"].ShouldBe("shape");
    }

    [Fact]
    public void Values_that_no_target_changes_stand_once() =>
        Score("--embedding", "f*", "--condition", "shape,colour", "--target", "shape,colour", "--scores", "shattering,dimension")
            .Select(row => row["target"]).ShouldBe(["", "shape", "colour", ""]);

    [Fact]
    public void Nulls_and_intervals_stand_in_the_table()
    {
        IReadOnlyList<Dictionary<string, string>> rows = Score(
            "--embedding", "f*", "--condition", "shape,colour", "--target", "shape", "--scores", "decodability,parallelism,alignment,dimension", "--nulls", "9",
            "--null-kind", "Geometric", "--resample", "Rows", "--resamples", "10", "--decoder", "LeastSquares", "--folds", "4");

        rows[0]["variant"].ShouldBe("least-squares/4-fold/accuracy");
        rows.ShouldAllBe(row => row["null_mean"].Length > 0 && row["p_value"].Length > 0);
        rows.Select(row => row["interval_low"].Length > 0).ShouldBe([false, true, true, true], "rows that are drawn twice are no test for a decoder");
    }

    [Fact]
    public void Settings_are_of_all_scores_or_of_one() =>
        Score("--embedding", "f*", "--condition", "shape,colour", "--target", "shape", "--scores", "ccgp,decodability", "--set", "decoder=LeastSquares", "--set", "ccgp.decoder=Logistic")
            .Select(row => row["variant"]).ShouldBe(["logistic/leave-one-pair-out", "least-squares/10-fold/accuracy"]);

    [Theory]
    [InlineData("fold=3", "no score has the setting 'fold'")]
    [InlineData("folds=many", "decodability.folds: expected a whole number of at least 2, got the text 'many'.")]
    [InlineData("ccgp.split=HalfHalf", "the setting 'ccgp.split' is of the score 'ccgp', which is not among decodability")]
    [InlineData("target=shape", "no score has the setting 'target'")]
    [InlineData("folds", "'folds' is no setting")]
    [InlineData("decodability.interval.unit=Rows", "Decodability is cross-validated")]
    public void Wrong_settings_are_refused(string setting, string message)
    {
        CommandRun run = CommandRun.Of("score", WriteTable(), "--embedding", "f*", "--condition", "shape,colour", "--scores", "decodability", "--set", setting, "--output", Results);

        run.ExitCode.ShouldBe(ExitCodes.BadInput);
        run.Error.ShouldContain(message);
        ShouldHaveNoResults();
    }

    [Theory]
    [InlineData("shattering", "To fit: 120 decoders, less than a second.\n")]
    [InlineData("dimension", "")]
    public void What_it_costs_is_said_before_it_runs(string score, string message) => CommandRun
        .Of("score", WriteTable(), "--embedding", "f*", "--condition", "shape,colour", "--scores", score, "--nulls", "3", "--output", Results)
        .Error.ShouldBe(message);

    [Fact]
    public void Layers_are_aligned_with_one_another() =>
        Score("--embedding", "X=f*", "--embedding", "Y=g*", "--condition", "shape,colour", "--scores", "alignment", "--set", "others=X,Y")
            .Select(row => (row["layer"], row["target"])).ShouldBe([("X", "X"), ("X", "Y"), ("Y", "X"), ("Y", "Y")]);

    [Fact]
    public void The_manifest_names_the_table_and_the_settings()
    {
        Score("--embedding", "f*", "--condition", "shape", "--target", "shape", "--scores", "decodability");

        using var manifest = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Results, "manifest.json")));

        manifest.RootElement.GetProperty("table").GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        manifest.RootElement.GetProperty("settings").GetProperty("conditions").GetString().ShouldBe("shape");
    }

    private static double Value(IReadOnlyList<Dictionary<string, string>> rows, string layer, string score) => double.Parse(
        rows.Single(row => row["layer"] == layer && row["score"] == score)["value"], System.Globalization.CultureInfo.InvariantCulture);

    private IReadOnlyList<Dictionary<string, string>> Score(params string[] options)
    {
        CommandRun run = CommandRun.Of(["score", WriteTable(), .. options, "--output", Results]);
        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        string[][] lines = [.. File.ReadLines(Path.Combine(Results, "scores.csv")).Select(line => line.Split(','))];
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
