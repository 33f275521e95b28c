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

    [Theory]
    [InlineData("decodability", "svm-balanced/5-fold/auc", "svm/10-fold/auc")]
    [InlineData("decodability", "logistic/held-out/multiclass-accuracy", "logistic/held-out/multiclass-accuracy")]
    [InlineData("ccgp", "least-squares/by-variable:shape/size", "least-squares/by-variable")]
    [InlineData("dimension", "variance-count-0.75/rows", "variance-count-0.9/rows")]
    [InlineData("shattering", "svm/held-out/accuracy/mean", "svm/held-out/accuracy/mean")]
    [InlineData("shattering", "svm/3-fold/auc/above-chance/z-test", "svm/10-fold/accuracy/above-chance/z-test")]
    [InlineData("alignment", "crossed/rows", null)]
    public void Variants_are_found_whatever_their_settings(string score, string name, string? variant) =>
        (ScoreCatalog.Find(score)!.FindVariant(name)?.Name).ShouldBe(variant);

    [Fact]
    public void Every_definition_says_everything()
    {
        foreach (var score in ScoreCatalog.All)
        {
            foreach (var text in (string[])[score.Name, score.DisplayName, score.Description, score.StandardErrorMeaning, score.CountMeaning, .. score.Variants.SelectMany(v => (string[])[v.Name, v.Description, v.Source])])
            {
                text.ShouldNotBeNullOrWhiteSpace();
            }

            score.Minimum.ShouldBeLessThan(score.Maximum);
        }
    }
}
