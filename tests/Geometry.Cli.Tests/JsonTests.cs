using System.Text.Json;
using Geometry.Experiments;
using Geometry.Networks;

namespace Geometry.Cli.Tests;

/// <summary>What commands write for programs.</summary>
public sealed class JsonTests : Workspace
{
    [Fact]
    public void A_run_gives_its_scores_and_their_means()
    {
        JsonElement run = Document(ExitCodes.Success, "run", WriteFile("small.json", Pipeline), "--output", Results, "--json");

        Names(run).ShouldBe(["command", "experiment", "pipeline", "seed", "quick", "folder", "files", "report", "models", "cells", "seconds", "scores", "means"]);
        run.GetProperty("files").EnumerateArray().ShouldAllBe(file => File.Exists(file.GetString()));
        (run.GetProperty("cells").GetProperty("total").GetInt32(), run.GetProperty("cells").GetProperty("kept").GetInt32()).ShouldBe((4, 0));
        JsonElement[] scores = [.. run.GetProperty("scores").EnumerateArray()];
        Names(scores[0]).ShouldBe([
            "cell", "nonlinearity", "seed", "epoch", "layer", "score", "variant", "target", "value", "reason", "standardError", "n", "nullMean", "pValue", "intervalLow", "intervalHigh",
            "floor", "least", "ceiling", "warnings",
        ]);
        string[][] table = [.. File.ReadLines(Path.Combine(Results, ResultFolder.ScoresFile)).Skip(1).Select(line => line.Split(','))];
        scores.Select(score => score.GetProperty("value").GetRawText()).ShouldBe(table.Select(row => row[9]), "the bits of the file");
        run.GetProperty("means").EnumerateArray().Select(mean => mean.GetProperty("networks").GetInt32()).ShouldAllBe(n => n == 2);
    }

    [Fact]
    public void A_second_run_says_what_was_there() =>
        (CommandRun.Of("run", WriteFile("small.json", Pipeline), "--output", Results).ExitCode,
            Document(ExitCodes.Success, "run", Path.Combine(Root, "small.json"), "--output", Results, "--json").GetProperty("cells").GetProperty("kept").GetInt32()).ShouldBe((0, 4));

    [Fact]
    public void Undefined_scores_are_null_with_their_reason()
    {
        string table = WriteTable(text => string.Join('\n', text.Split('\n').Select((line, i) => i == 0 || line.Length == 0 ? line : $"{line[..line.LastIndexOf(',')]},1")));

        JsonElement scored = Document(
            ExitCodes.Success, "score", table, "--embedding", "A=f*", "--embedding", "Constant=other", "--condition", "shape,colour", "--target", "shape", "--scores", "alignment,dimension",
            "--output", Results, "--json");

        Names(scored).ShouldBe(["command", "table", "folder", "files", "seconds", "scores"]);
        JsonElement[] scores = [.. scored.GetProperty("scores").EnumerateArray()];
        JsonElement[] undefined = [.. scores.Where(score => score.GetProperty("value").ValueKind == JsonValueKind.Null)];
        undefined.ShouldNotBeEmpty();
        undefined.ShouldAllBe(score => score.GetProperty("layer").GetString() == "Constant" && score.GetProperty("reason").GetString()!.Length > 0);
        scores.Except(undefined).ShouldAllBe(score => score.GetProperty("reason").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public void Claims_have_their_verdicts()
    {
        WriteFile("small.json", Pipeline);

        JsonElement paper = Document(ExitCodes.Success, "reproduce", "--claims", WriteFile("claims.json", ReproduceCommandTests.Claims), "--output", Results, "--json");

        Names(paper).ShouldBe(["command", "name", "title", "quick", "confidence", "folder", "files", "report", "seconds", "verdicts", "claims"]);
        Names(paper.GetProperty("verdicts")).ShouldBe(["holds", "reversed", "undecided", "notRun"]);
        paper.GetProperty("verdicts").GetProperty("notRun").GetInt32().ShouldBe(1);
        JsonElement[] claims = [.. paper.GetProperty("claims").EnumerateArray()];
        claims.Select(claim => claim.GetProperty("verdict").GetString()).ShouldBe(["undecided", "notRun"]);
        claims[1].GetProperty("effect").ValueKind.ShouldBe(JsonValueKind.Null);
        claims[1].GetProperty("reason").GetString().ShouldBe("it needs a network that is not there");
    }

    [Fact]
    public void Validation_gives_what_would_be_computed()
    {
        JsonElement small = Document(ExitCodes.Success, "validate", WriteFile("small.json", Pipeline), "--json");

        Names(small).ShouldBe(["command", "file", "name", "full", "quick"]);
        (small.GetProperty("full").GetProperty("cells").GetInt32(), small.GetProperty("full").GetProperty("decoders").GetInt64()).ShouldBe((4, 32));
        small.GetProperty("quick").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Problems_of_a_file_have_their_places()
    {
        JsonElement error = Document(ExitCodes.BadInput, "validate", WriteFile("bad.json", Pipeline.Replace("\"tanh\"", "\"tahn\"", StringComparison.Ordinal)), "--json").GetProperty("error");

        Names(error).ShouldBe(["message", "exitCode", "problems", "details"]);
        JsonElement problem = error.GetProperty("problems").EnumerateArray().Single();
        Names(problem).ShouldBe(["file", "line", "column", "path", "message"]);
        (problem.GetProperty("line").GetInt32(), problem.GetProperty("path").GetString()).ShouldBe((4, "$.sweep.nonlinearity[0]"));
    }

    [Theory]
    [InlineData("rnu", "--json")]
    [InlineData("run", "none.json", "--json")]
    [InlineData("run", "--json")]
    [InlineData("score", "none.csv", "-e", "f", "-c", "c", "--json")]
    [InlineData("list", "everything", "--json")]
    public void Errors_are_a_document_as_well(params string[] args)
    {
        JsonElement error = Document(ExitCodes.BadInput, args).GetProperty("error");

        error.GetProperty("exitCode").GetInt32().ShouldBe(ExitCodes.BadInput);
        error.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void A_stop_is_an_error_with_its_code()
    {
        CommandRun run = CommandRun.Of(new CancellationToken(canceled: true), ["run", WriteFile("small.json", Pipeline), "--output", Results, "--json"]);

        run.ExitCode.ShouldBe(ExitCodes.Interrupted);
        JsonDocument.Parse(run.Out).RootElement.GetProperty("error").GetProperty("exitCode").GetInt32().ShouldBe(ExitCodes.Interrupted);
    }

    [Fact]
    public void Lists_are_complete()
    {
        Document(ExitCodes.Success, "list", "nonlinearities", "--json").EnumerateArray().Select(item => item.GetProperty("name").GetString()).ShouldBe(Nonlinearity.KnownNames);
        Document(ExitCodes.Success, "list", "steps", "--json").EnumerateArray().Select(item => item.GetProperty("name").GetString()).ShouldBe(StepRegistry.All.Select(step => step.Name));
        JsonElement rows = Document(ExitCodes.Success, "list", "datasets", "--json");
        Names(rows).ShouldBe(["datasets", "tasks", "sources"]);
        rows.GetProperty("tasks").EnumerateArray().Select(item => item.GetProperty("name").GetString()).ShouldBe(TaskRegistry.All.Select(task => task.Name));
        JsonElement reference = Document(ExitCodes.Success, "list", "reference", "--json");
        Names(reference).ShouldBe(["file", "sources", "tasks", "steps"]);
        reference.GetProperty("file").EnumerateArray().Select(field => field.GetProperty("name").GetString()).ShouldContain("seed");
    }

    // The document is the only thing on the standard output.
    private static JsonElement Document(int exitCode, params string[] args)
    {
        CommandRun run = CommandRun.Of(args);
        run.ExitCode.ShouldBe(exitCode, run.Error);
        return JsonDocument.Parse(run.Out).RootElement;
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
