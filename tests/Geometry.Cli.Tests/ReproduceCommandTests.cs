namespace Geometry.Cli.Tests;

public sealed class ReproduceCommandTests : Workspace
{
    internal const string Claims = """
        {
          "name": "small-paper", "title": "A small paper",
          "claims": [
            { "id": "A", "statement": "ReLU is less abstract than the input", "figure": "1", "pipeline": "small.json", "rows": { "score": "ccgp", "nonlinearity": "relu" },
              "terms": [{ "rows": { "layer": "Features" } }, { "weight": -1, "rows": { "layer": "Hidden1" } }], "smallest": 5 },
            { "id": "B", "statement": "something else", "figure": "2", "notRun": "it needs a network that is not there" }
          ]
        }
        """;

    [Fact]
    public void Claims_are_decided_printed_and_written()
    {
        WriteFile("small.json", Pipeline);

        CommandRun run = CommandRun.Of("reproduce", "--claims", WriteFile("claims.json", Claims), "--output", Results);

        // A verdict that disappoints is no error.
        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        run.Out.ShouldContain("| A     | 1      | ReLU is less abstract than the input | > 0 ");
        run.Out.ShouldContain("1 undecided, 1 not run.");
        run.Error.ShouldStartWith("small-paper: 2 claims, 1 pipeline, 4 cells.\n[1 of 1] small: 4 cells (to train: about 1 s on ");
        File.ReadAllText(Path.Combine(Results, "claims.md")).ShouldContain("- B: not run: it needs a network that is not there.");
        File.ReadLines(Path.Combine(Results, "claims.csv")).Count().ShouldBe(3);
        File.Exists(Path.Combine(Results, "small", "scores.csv")).ShouldBeTrue();
    }

    [Fact]
    public void A_second_call_computes_nothing_and_says_the_same()
    {
        WriteFile("small.json", Pipeline);
        string claims = WriteFile("claims.json", Claims);
        string first = CommandRun.Of("reproduce", "--claims", claims, "--output", Results).Out;

        CommandRun second = CommandRun.Of("reproduce", "--claims", claims, "--output", Results);

        second.Out.ShouldBe(first);
        second.Error.ShouldContain("4 cells, 4 of them there from an earlier run.");
    }

    [Fact]
    public void One_figure_runs_its_claims_only()
    {
        WriteFile("small.json", Pipeline);

        CommandRun run = CommandRun.Of("reproduce", "--claims", WriteFile("claims.json", Claims), "--figure", "2", "--output", Results);

        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        run.Out.ShouldNotContain("| A ");
        Directory.Exists(Path.Combine(Results, "small")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("there are no claims 'nobody1999'. Known: alleman2024.", "nobody1999")]
    [InlineData("no claim is about figure '99'", "alleman2024", "--figure", "99")]
    [InlineData("name the claims, such as 'geometry reproduce alleman2024'")]
    public void What_cannot_be_used_is_bad_input(string message, params string[] args)
    {
        CommandRun run = CommandRun.Of(["reproduce", .. args, "--output", Results]);

        run.ExitCode.ShouldBe(ExitCodes.BadInput);
        run.Error.ShouldContain(message);
        ShouldHaveNoResults();
    }
}
