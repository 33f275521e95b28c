using FsCheck;
using FsCheck.Fluent;

namespace Geometry.Scores.Tests.Properties;

public class InvarianceTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(15);

    [Fact]
    public void Alignment_does_not_change_under_what_its_variants_promise()
    {
        foreach (var variant in ScoreCatalog.Find(Scores.Alignment.Name)!.Variants)
        {
            var options = new AlignmentOptions
            {
                Kind = Enum.Parse<AlignmentKind>(variant.Name.Split('/')[0], ignoreCase: true),
                Unit = variant.Name.EndsWith("/rows", StringComparison.Ordinal) ? AlignmentUnit.Rows : AlignmentUnit.ConditionMeans,
            };
            Holds(variant, 1e-4, (r, c) => [.. Scores.Alignment.Evaluate(r, Dichotomy.AllBalanced(c.Count), c, options)]);
        }
    }

    [Fact]
    public void Ccgp_does_not_change_under_what_its_variants_promise()
    {
        foreach (var decoder in new[] { LinearDecoder.SupportVector, LinearDecoder.LeastSquares, LinearDecoder.Logistic })
        {
            var options = new CcgpOptions { Decoder = decoder };
            var variant = ScoreCatalog.Find(Scores.Ccgp.Name)!.Variants.Single(v => v.Name == $"{decoder.Name}/{options.SplitName}");

            // Rounding of the moved values may carry a row or two across a boundary.
            Holds(variant, 0.03, (r, c) => [.. Scores.Ccgp.Evaluate(r, c, Dichotomy.AllBalanced(c.Count), options)]);
        }
    }

    [Fact]
    public void Decodability_does_not_change_under_what_its_variants_promise()
    {
        foreach (var decoder in new[] { LinearDecoder.SupportVector, LinearDecoder.LeastSquares, LinearDecoder.Logistic })
        {
            var options = new DecodabilityOptions { Decoder = decoder };
            var variant = ScoreCatalog.Find(Scores.Decodability.Name)!.Variants.Single(v => v.Name == $"{decoder.Name}/10-fold/accuracy");
            Holds(variant, 0.03, (r, c) => [.. Scores.Decodability.Evaluate(r, c, Dichotomy.AllBalanced(c.Count), options)]);
        }
    }

    [Fact]
    public void Parallelism_and_dimension_do_not_change_under_what_they_promise()
    {
        Holds(ScoreCatalog.Find(Scores.Parallelism.Name)!.Variants[0], 1e-4, (r, c) => [.. Scores.Parallelism.Evaluate(r, c, Dichotomy.AllBalanced(c.Count))]);
        Holds(ScoreCatalog.Find(Scores.Dimension.Name)!.Variants[0], 1e-3, (r, c) => [Scores.Dimension.Evaluate(r, c)]);
    }

    private static void Holds(ScoreVariant variant, double tolerance, Func<Representation, ConditionLabels, ScoreEntry[]> score)
    {
        var rotate = variant.Invariances.HasFlag(ScoreInvariances.Rotation);
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(3, 12).ToArbitrary(), (seed, width) =>
        {
            var (representation, conditions) = Samples.Clouds(4, 6, width, 1, seed);
            var scale = variant.Invariances.HasFlag(ScoreInvariances.Scale) ? 0.5 + seed % 7 : 1;
            var shift = variant.Invariances.HasFlag(ScoreInvariances.Shift) ? 2 : 0;
            var moved = Samples.Moved(representation, seed, rotate, scale, shift);
            var before = score(representation, conditions);
            var after = score(moved, conditions);
            for (var i = 0; i < before.Length; i++)
            {
                after[i].Value.Value.ShouldBe(before[i].Value.Value, tolerance, $"{variant.Name}, seed {seed}, width {width}");
            }
        }).Check(s_config);
    }
}
