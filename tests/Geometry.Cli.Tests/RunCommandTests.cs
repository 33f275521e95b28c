namespace Geometry.Cli.Tests;

public sealed class RunCommandTests : Workspace
{
    [Fact]
    public void A_run_prints_a_plain_table_and_writes_its_files()
    {
        CommandRun run = CommandRun.Of("run", WriteFile("small.json", Pipeline), "--output", Results);

        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        run.Out.ShouldContain("| score | target | layer    | tanh ");
        run.Out.ShouldContain("| ccgp  | Label  | Hidden1  | ");
        run.Out.ShouldContain(" ± ");
        run.Out.ShouldNotContain("\u001b");
        run.Error.ShouldNotContain("4 of 4 cells", customMessage: "progress is for terminals and those who ask for it");
        Directory.EnumerateFileSystemEntries(Results).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["cells.jsonl", "manifest.json", "report.html", "scores.csv"]);
        File.ReadLines(Path.Combine(Results, "scores.csv")).Count().ShouldBe(1 + (4 * 2));
    }

    [Fact]
    public void Progress_is_shown_where_it_is_asked_for()
    {
        CommandRun run = CommandRun.Of("run", WriteFile("small.json", Pipeline), "--output", Results, "--progress");

        run.Error.ShouldContain(" left (from ");
        run.Error.ShouldContain(" cells/");
        run.Error.ShouldContain("4 of 4 cells: ");
        run.Error.ShouldNotContain("\u001b");
    }

    [Fact]
    public void The_manifest_says_what_was_run_and_by_what()
    {
        string pipeline = WriteFile("small.json", Pipeline);
        CommandRun.Of("run", pipeline, "--output", Results, "--threads", "1", "--seed", "5").ExitCode.ShouldBe(ExitCodes.Success);

        using var manifest = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Results, "manifest.json")));

        System.Text.Json.JsonElement root = manifest.RootElement;
        root.GetProperty("pipeline").GetProperty("text").GetString().ShouldBe(Pipeline);
        root.GetProperty("pipeline").GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        root.GetProperty("seed").GetInt64().ShouldBe(5);
        root.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("key").GetString())
            .ShouldBe(["nonlinearity=tanh;seed=5", "nonlinearity=tanh;seed=6", "nonlinearity=relu;seed=5", "nonlinearity=relu;seed=6"]);
        root.GetProperty("versions").GetProperty("stack").GetString().ShouldBeOneOf("nuget", "compat");
        root.GetProperty("run").GetProperty("threads").GetInt32().ShouldBe(1);
        root.GetProperty("run").GetProperty("seconds").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_whatever_the_number_of_threads()
    {
        string pipeline = WriteFile("small.json", Pipeline);

        byte[][] tables = [.. new[] { "1", "2", "3" }.Select(threads =>
        {
            string folder = Path.Combine(Results, threads); // one for each, or nothing would be computed
            CommandRun.Of("run", pipeline, "--output", folder, "--threads", threads).ExitCode.ShouldBe(ExitCodes.Success);
            return File.ReadAllBytes(Path.Combine(folder, "scores.csv"));
        })];

        tables[1].ShouldBe(tables[0]);
        tables[2].ShouldBe(tables[0]);
    }

    [Fact]
    public void A_run_that_is_stopped_writes_nothing()
    {
        CommandRun run = CommandRun.Of(new CancellationToken(canceled: true), ["run", WriteFile("small.json", Pipeline), "--output", Results]);

        run.ExitCode.ShouldBe(ExitCodes.Interrupted);
        run.Error.ShouldEndWith("geometry: stopped; no results were written.\n");
        ShouldHaveNoResults();
    }

    [Fact]
    public void Former_results_stay_when_a_later_run_fails()
    {
        CommandRun.Of("run", WriteFile("small.json", Pipeline), "--output", Results).ExitCode.ShouldBe(ExitCodes.Success);
        byte[] before = File.ReadAllBytes(Path.Combine(Results, "scores.csv"));

        string failing = WriteFile("failing.json", Pipeline.Replace("\"trainRows\": 60", "\"trainRows\": 1", StringComparison.Ordinal));
        CommandRun.Of("run", failing, "--output", Results).ExitCode.ShouldBe(ExitCodes.BadInput);

        File.ReadAllBytes(Path.Combine(Results, "scores.csv")).ShouldBe(before);
        Directory.EnumerateFileSystemEntries(Results).Count().ShouldBe(4);
    }

    [Fact]
    public void Validation_runs_nothing() =>
        CommandRun.Of("validate", WriteFile("small.json", Pipeline)).ShouldBe(
            new CommandRun(ExitCodes.Success, $"{Path.Combine(Root, "small.json")}: 'small' is fine: 4 cells ({ToTrain(Environment.ProcessorCount)}; {ToScore(32, Environment.ProcessorCount)}).\n", ""));

    [Fact]
    public void What_the_scores_cost_is_said_before_the_run()
    {
        string pipeline = WriteFile("small.json", Pipeline);

        CommandRun.Of("run", pipeline, "--output", Results, "--threads", "1").Error
            .ShouldStartWith($"small: 4 cells ({ToTrain(1)}; {ToScore(32, 1)}); the time left is estimated from the first cells.\n");
        CommandRun.Of("run", pipeline, "--output", Results).Error.ShouldStartWith("small: 4 cells, 4 of them there from an earlier run.\n");
    }

    [Fact]
    public void What_is_not_known_before_the_rows_are_there_is_said_with_them()
    {
        string pipeline = WriteFile("small.json", Pipeline
            .Replace("[\"Features\", \"Hidden1\"]", "[\"Raw\"]", StringComparison.Ordinal)
            .Replace("{ \"step\": \"Mlp\"", "{ \"step\": \"CopyColumns\", \"outputColumnName\": \"Raw\", \"inputColumnName\": \"Features\" }, { \"step\": \"Mlp\"", StringComparison.Ordinal));

        CommandRun.Of("run", pipeline, "--output", Results, "--threads", "1").Error.ShouldStartWith(
            $"small: 4 cells ({ToTrain(1)}); the time left is estimated from the first cells.\nTo score the first 2 cells: 8 decoders, less than a second on 1 thread.\n");
    }

    private static string ToTrain(int threads) => $"to train: about 1 s on {Threads(threads)}";

    private static string ToScore(int decoders, int threads) => $"to score: {decoders} decoders, less than a second on {Threads(threads)}";

    private static string Threads(int threads) => threads == 1 ? "1 thread" : $"{threads} threads";
}
