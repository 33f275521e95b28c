namespace Geometry.Scores.Tests.Results;

public class ScoreCatalogTests
{
    [Fact]
    public void Defaults_are_the_first_variants()
    {
        var (representation, conditions) = Samples.Clouds(4, 5, 3, 1, seed: 1);
        var targets = Dichotomy.AllBalanced(4);
        ScoreEntry[] entries =
        [
            Scores.Alignment.Evaluate(representation, targets, conditions)[0],
            Scores.Decodability.Evaluate(representation, conditions, targets)[0],
            Scores.Shattering.Evaluate(representation, conditions)[0],
            Scores.Ccgp.Evaluate(representation, conditions, targets)[0],
            Scores.Parallelism.Evaluate(representation, conditions, targets)[0],
            Scores.Dimension.Evaluate(representation, conditions),
            NeuralCollapse.Evaluate(representation, conditions, "class", conditions)[0],
            Scores.Rdm.Evaluate(representation, targets, conditions)[0],
        ];

        ScoreCatalog.All.Select(s => (s.Name, s.Variants[0].Name)).ShouldBe(entries.Select(e => (e.Score, e.Variant)));
    }

    [Fact]
    public void Names_are_unique_and_found_in_any_case()
    {
        foreach (var score in ScoreCatalog.All)
        {
            ScoreCatalog.Find(score.Name.ToUpperInvariant()).ShouldBeSameAs(score);
            score.Variants.Select(v => v.Name).Distinct().Count().ShouldBe(score.Variants.Count);
        }

        ScoreCatalog.Find("beauty").ShouldBeNull();
    }
}
