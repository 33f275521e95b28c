namespace Geometry.Experiments.Tests;

public sealed class ClaimFileTests : IDisposable
{
    private const string Good = """
        {
          "name": "c", "title": "t",
          "claims": [
            { "id": "A", "statement": "s", "figure": "2", "pipeline": "p.json", "rows": { "score": "alignment", "noise": 0.5 }, "smallest": 0.1,
              "terms": [{ "rows": { "nonlinearity": "tanh" } }, { "weight": -1, "rows": { "noise": 1 } }] },
            { "id": "B", "statement": "s", "figure": "3", "notRun": "because" }
          ]
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("geometry-claims-").FullName;

    public ClaimFileTests() => File.WriteAllText(Path.Combine(_folder, "p.json"), PipelineText.Small);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Rows_of_a_claim_are_those_of_its_terms_unless_they_say_otherwise()
    {
        ClaimSet set = Read(Good);

        set.Claims[0].Terms.Select(term => term.Weight).ShouldBe([1, -1]);
        set.Claims[0].Terms[0].Rows.Select(row => $"{row.Key} {row.Value}").ShouldBe(["score alignment", "noise 0.5", "nonlinearity tanh"], ignoreOrder: true);
        set.Claims[0].Terms[1].Rows["noise"].ShouldBe("1");
        set.OfFigure("3").Claims.Single().NotRun.ShouldBe("because");
        Should.Throw<BadInputException>(() => set.OfFigure("9")).Message.ShouldBe("no claim is about figure '9'; did you mean '2'? Known: 2, 3.");
    }

    [Theory]
    [InlineData("\"id\": \"B\"", "\"id\": \"A\"", "there are two claims 'A'.")]
    [InlineData("\"notRun\": \"because\"", "\"remark\": \"r\"", "the claim lacks a 'pipeline'; or say in 'notRun' why there is none.")]
    [InlineData("\"smallest\": 0.1,", "", "the claim lacks 'smallest', the smallest effect of interest, above 0.")]
    [InlineData("\"p.json\"", "\"q.json\"", "there is no pipeline file '")]
    [InlineData("\"weight\": -1", "\"wieght\": -1", "the term has no field 'wieght'; did you mean 'weight'?")]
    [InlineData("\"smallest\": 0.1", "\"smallest\": 0.1, \"notRun\": \"x\"", "a claim has a 'pipeline', or says in 'notRun' why there is none, not both.")]
    public void What_is_wrong_is_said(string from, string to, string problem)
    {
        Good.ShouldContain(from);

        Should.Throw<PipelineFileException>(() => Read(Good.Replace(from, to, StringComparison.Ordinal))).Problems.ShouldHaveSingleItem().Message.ShouldStartWith(problem);
    }

    [Fact]
    public void A_missing_file_is_bad_input() => Should.Throw<BadInputException>(() => ClaimSet.Load(Path.Combine(_folder, "none.json"))).Message.ShouldContain("none.json");

    [Fact]
    public void Tables_are_written_whole()
    {
        ClaimSet set = Read(Good);
        ClaimResult[] results = [new(set.Claims[0], Verdict.Reversed, -0.25, -0.3, -0.2, 5, ""), ClaimEvaluation.NotRun(set.Claims[1], "because")];
        using var csv = new StringWriter();

        ClaimsCsv.Write(results, csv);
        string markdown = ClaimsMarkdown.Of(set, results, quick: true);

        csv.ToString().Split('\n')[1].ShouldBe("A,2,the paper,s,p.json,Positive,,0.1,,-0.25,-0.3,-0.2,5,Reversed,,");
        markdown.ShouldContain("| A | 2 | s | > 0 | -0.250 [-0.300, -0.200] | 5 | reversed |\n| B | 3 | s |  |  |  | not run |\n");
        markdown.ShouldContain("1 reversed, 1 not run.");
        markdown.ShouldContain("- B: not run: because.");
        markdown.ShouldContain("quick run");
    }

    private ClaimSet Read(string text)
    {
        string file = Path.Combine(_folder, "claims.json");
        File.WriteAllText(file, text);
        return ClaimSet.Load(file);
    }
}
