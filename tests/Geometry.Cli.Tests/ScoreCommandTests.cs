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
            "--embedding", "f*", "--condition", "shape,colour", "--target", "shape", "--scores", string.Join(',', Geometry.Experiments.TableScoring.Scores));

        rows.Select(row => row["score"]).Distinct().ShouldBe(Geometry.Scores.ScoreCatalog.All.Select(score => score.Name));
        rows.Single(row => row["variant"].EndsWith("/untrained-mean", StringComparison.Ordinal))["target"].ShouldBe("shape");
    }

    [Fact]
    public void Values_that_no_target_changes_stand_once() =>
        Score("--embedding", "f*", "--condition", "shape,colour", "--target", "shape,colour", "--scores", "shattering,dimension")
            .Select(row => row["target"]).ShouldBe(["", "shape", "colour", ""]);

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
