using FsCheck;
using FsCheck.Fluent;

namespace Geometry.Scores.Tests.Properties;

public class InvarianceTests
{
    public static TheoryData<string> Names => [.. ScoreCatalog.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_variant_changes_under_what_it_promises(string score)
    {
        foreach (var variant in ScoreCatalog.Find(score)!.Variants)
        {
            foreach (var (seed, width) in new[] { (1, 3), (2, 9) })
            {
                Check(score, variant, seed, width);
            }
        }
    }

    [Fact]
    public void Alignment_parallelism_and_collapse_keep_their_promises_on_any_data()
    {
        // Scores of decoders are left out: the rounding of moved values may carry a row across a boundary.
        var variants = new[] { Scores.Alignment.Name, Scores.Parallelism.Name, NeuralCollapse.Name }
            .SelectMany(name => ScoreCatalog.Find(name)!.Variants.Select(variant => (Name: name, Variant: variant)))
            .Where(v => !v.Variant.Name.StartsWith("nc4", StringComparison.Ordinal) && !v.Variant.Name.StartsWith("debiased/cond", StringComparison.Ordinal) && !v.Variant.Name.StartsWith("minibatch/cond", StringComparison.Ordinal))
            .ToArray();
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(3, 12).ToArbitrary(), Gen.Choose(0, variants.Length - 1).ToArbitrary(), (seed, width, which) =>
            Check(variants[which].Name, variants[which].Variant, seed, width)).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static void Check(string score, ScoreVariant variant, int seed, int width)
    {
        var (rows, conditions) = Samples.Clouds(4, 6, width, 1, seed);
        var (other, testConditions) = Samples.Clouds(4, 3, width, 1, seed + 1);
        var scores = new VariantScores(conditions, testConditions);
        Representation Moved(Representation source) => Samples.Moved(
            source,
            seed,
            variant.Invariances.HasFlag(ScoreInvariances.Rotation),
            variant.Invariances.HasFlag(ScoreInvariances.Scale) ? 0.5 + seed % 7 : 1,
            variant.Invariances.HasFlag(ScoreInvariances.Shift) ? 2 : 0);

        var before = scores.Of(score, variant.Name, rows, other);
        var after = scores.Of(score, variant.Name, Moved(rows), Moved(other));

        before.ShouldNotBeEmpty($"{score} {variant.Name} is in the catalogue, but nothing gives it");
        var tolerance = IsDecoded(score) ? 0.05 : score == Scores.Dimension.Name ? 0.02 : 1e-3;
        for (var i = 0; i < before.Length; i++)
        {
            after[i].Value.IsDefined.ShouldBe(before[i].Value.IsDefined, $"{variant.Name}, seed {seed}, width {width}");
            (after[i].Value.ToNullable() - before[i].Value.ToNullable() ?? 0).ShouldBe(
                0, tolerance * Math.Max(1, Math.Abs(before[i].Value.ToNullable() ?? 0)), $"{score} {variant.Name} {before[i].Target}, seed {seed}, width {width}");
        }
    }

    private static bool IsDecoded(string score) => score == Scores.Decodability.Name || score == Scores.Shattering.Name || score == Scores.Ccgp.Name;
}
