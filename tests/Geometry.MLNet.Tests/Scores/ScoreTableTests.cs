using Geometry.MLNet.Tests.Views;
using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Scores;

/// <summary>Finding values in a table of scores.</summary>
public class ScoreTableTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Lines_stand_in_the_order_of_the_scores()
    {
        ScoreTable table = Table();
        table.Rows.Select(row => (row.Embedding, row.Entry.Score, row.Entry.Target)).ShouldBe(
            [("Embedding", "ccgp", "A"), ("Input", "ccgp", "A"), ("Embedding", "alignment", "Input"), ("Embedding", "alignment", "A")]);
    }

    [Fact]
    public void Find_gives_the_lines_of_a_score_whatever_the_case()
    {
        ScoreTable table = Table();
        table.Find("Embedding", "Alignment").Select(entry => entry.Target).ShouldBe(["Input", "A"]);
        table.Find("Embedding", "alignment").ShouldBe(table.Find("Embedding", "ALIGNMENT"));
        table.Find("Hidden1", "alignment").ShouldBeEmpty();
        table.Find("embedding", "alignment").ShouldBeEmpty("the names of columns have a case");
    }

    [Fact]
    public void Value_gives_the_only_line_or_that_of_a_target()
    {
        ScoreTable table = Table();
        table.Value("Input", "Ccgp").ShouldBe(table.Rows[1].Entry.Value);
        table.Value("Embedding", "Alignment", "A").ShouldBe(table.Rows[3].Entry.Value);
    }

    [Fact]
    public void Value_refuses_to_choose_and_lists_what_there_is()
    {
        ScoreTable table = Table();
        const string Lines = "The table has: Embedding ccgp svm/leave-one-pair-out A; Input ccgp svm/leave-one-pair-out A; "
            + "Embedding alignment centred/conditions Input; Embedding alignment centred/conditions A";
        Should.Throw<ArgumentException>(() => table.Value("Embedding", "alignment")).Message
            .ShouldBe($"2 lines have embedding 'Embedding' and score 'alignment'. {Lines}");
        Should.Throw<ArgumentException>(() => table.Value("Hidden1", "ccgp", "B")).Message
            .ShouldBe($"0 lines have embedding 'Hidden1' and score 'ccgp' and target 'B'. {Lines}");
    }

    private ScoreTable Table() => _ml.Geometry.Scores.Evaluate(
        Square.View(_ml),
        _ml.Geometry.Scores.Ccgp("Embedding", ["A", "B"], "A"),
        _ml.Geometry.Scores.Ccgp("Input", ["A", "B"], "A"),
        _ml.Geometry.Scores.Alignment("Embedding", ["A", "B"], input: "Input", target: "A"));
}
