using Geometry.MLNet.Tests.Views;
using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Scores;

/// <summary>Scores of a view whose geometry is known, by hand.</summary>
public class ClosedFormTests
{
    private const double Tolerance = 1e-6;

    private static readonly string[] Conditions = ["A", "B"];

    private readonly MLContext _ml = new(seed: 1);

    [Theory]
    [InlineData("A", "B")]
    [InlineData("B", "A")]
    public void A_factorised_variable_generalises_perfectly(string target, string variable) => Ccgp(target, variable).ShouldBe(1);

    [Fact]
    public void Exclusive_or_generalises_to_its_opposite() => Ccgp("Xor", "B").ShouldBe(0);

    [Fact]
    public void Left_out_pairs_agree()
    {
        ScoreTable table = _ml.Geometry.Scores.Evaluate(
            Square.View(_ml),
            _ml.Geometry.Scores.Ccgp("Embedding", Conditions, "A"),
            _ml.Geometry.Scores.Ccgp("Embedding", Conditions, "Xor"));
        table.Value("Embedding", "CCGP", "A").Value.ShouldBe(1);
        table.Value("Embedding", "CCGP", "Xor").Value.ShouldBe(0);
    }

    [Fact]
    public void Variables_are_decodable_and_exclusive_or_is_not()
    {
        ScoreTable table = _ml.Geometry.Scores.Evaluate(
            Square.View(_ml),
            _ml.Geometry.Scores.Decodability("Embedding", Conditions, "A"),
            _ml.Geometry.Scores.Decodability("Embedding", Conditions, "B"),
            _ml.Geometry.Scores.Decodability("Embedding", Conditions, "Xor"));
        table.Value("Embedding", "decodability", "A").Value.ShouldBe(1);
        table.Value("Embedding", "decodability", "B").Value.ShouldBe(1);
        table.Value("Embedding", "decodability", "Xor").Value.ShouldBeLessThanOrEqualTo(0.75);
    }

    // With u = A and v = B over the four conditions the centred kernel is 4 u u' + v v'; <uu', uu'> = 16 and <uu', vv'> = 0.
    [Fact]
    public void Alignment_with_a_target_is_4_over_root_17() => Align(AlignmentKind.Centred, target: "A").ShouldBe(4 / Math.Sqrt(17), Tolerance);

    [Fact]
    public void Alignment_with_the_weaker_variable_is_1_over_root_17() => Align(AlignmentKind.Centred, target: "B").ShouldBe(1 / Math.Sqrt(17), Tolerance);

    [Fact]
    public void Alignment_with_exclusive_or_is_0() => Align(AlignmentKind.Centred, target: "Xor").ShouldBe(0, Tolerance);

    // The inputs' kernel is u u' + v v' + w w' with w = AB.
    [Fact]
    public void Alignment_with_the_inputs_is_5_over_root_51() => Align(AlignmentKind.Centred, input: "Input").ShouldBe(5 / Math.Sqrt(51), Tolerance);

    // Without centring the constant third unit adds 1 1' to the kernel.
    [Fact]
    public void Uncentred_alignment_with_a_target_is_4_over_root_18() => Align(AlignmentKind.Uncentred, target: "A").ShouldBe(4 / Math.Sqrt(18), Tolerance);

    [Fact]
    public void Alignment_with_a_target_of_two_numbers_is_5_over_root_34() => Align(AlignmentKind.Centred, target: "Axes").ShouldBe(5 / Math.Sqrt(34), Tolerance);

    [Fact]
    public void Rows_of_equal_conditions_give_what_condition_means_give()
    {
        var rows = new AlignmentOptions { Unit = AlignmentUnit.Rows };
        _ml.Geometry.Scores.Evaluate(Square.View(_ml), _ml.Geometry.Scores.Alignment("Embedding", Conditions, rows, target: "A"))
            .Value("Embedding", "alignment").Value.ShouldBe(4 / Math.Sqrt(17), Tolerance);
    }

    [Fact]
    public void Without_a_target_each_balanced_dichotomy_is_scored_and_their_mean()
    {
        ScoreTable table = _ml.Geometry.Scores.Evaluate(Square.View(_ml), _ml.Geometry.Scores.Ccgp("Embedding", Conditions));
        ScoreEntry[] entries = [.. table.Find("Embedding", "ccgp")];
        entries.Length.ShouldBe(4);
        // A's pairs all generalise; of B's those that differ in A too do not, because A is the wider axis; none of their exclusive or's.
        entries[..3].Select(entry => entry.Value.Value).Order().ShouldBe([0, 0.5, 1]);
        entries[3].Target.ShouldBe(ScoreEntry.MeanTarget);
        entries[3].Value.Value.ShouldBe(0.5, Tolerance);
    }

    private double Ccgp(string target, string variable)
    {
        var options = new CcgpOptions { Split = CcgpSplit.ByVariable, Variable = variable };
        return _ml.Geometry.Scores.Evaluate(Square.View(_ml), _ml.Geometry.Scores.Ccgp("Embedding", Conditions, options, target)).Value("Embedding", "ccgp").Value;
    }

    private double Align(AlignmentKind kind, string? input = null, string? target = null)
    {
        var options = new AlignmentOptions { Kind = kind };
        return _ml.Geometry.Scores.Evaluate(Square.View(_ml), _ml.Geometry.Scores.Alignment("Embedding", Conditions, options, input, target))
            .Value("Embedding", "alignment").Value;
    }
}
