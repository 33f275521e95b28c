using FsCheck;
using FsCheck.Fluent;

namespace Geometry.Scores.Tests.Moments;

/// <summary>Decoders that never hold the rows, beside those that do.</summary>
public class StreamedDecoderTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(20);

    private static readonly DecodabilityOptions s_decoding = new()
    {
        Decoder = LinearDecoder.LeastSquares,
        Measures = DecodingMeasures.Accuracy | DecodingMeasures.BalancedAccuracy,
        Folds = 5,
        Seed = 3,
    };

    [Fact]
    public void Decodability_is_that_of_the_rows()
    {
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(2, 40).ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(), (seed, rowsEach, width) =>
        {
            var (representation, conditions) = Samples.Clouds(4, rowsEach, width, 2, seed, seed % 3 * 50);
            IReadOnlyList<Dichotomy> targets = [.. Dichotomy.AllBalanced(4), new Dichotomy("odd one out", [true, false, false, false])];
            var streamed = Decodability(representation, conditions, targets);
            Streams.ShouldAgree(streamed, Scores.Decodability.Evaluate(representation, conditions, targets, s_decoding), 1e-9);
        }).Check(s_config);
    }

    [Fact]
    public void Decodability_of_parts_is_that_of_the_whole()
    {
        var (representation, conditions) = Samples.Clouds(4, 60, 6, 2, 7);
        var targets = Dichotomy.AllBalanced(4);
        var all = Counts(conditions);
        var cut = 101;
        var first = new StreamedDecodability(conditions, all, 6, targets, s_decoding);
        var before = Counts(conditions.WithCodes(conditions.Codes[..cut]));
        var second = new StreamedDecodability(conditions, all, 6, targets, s_decoding, before);
        second.Train(representation.Values[(cut * 6)..], conditions.Codes[cut..]);
        first.Train(representation.Values[..(cut * 6)], conditions.Codes[..cut]);
        first.Merge(second);
        first.Test(representation.Values, conditions.Codes);
        Streams.ShouldAgree(first.Evaluate(), Scores.Decodability.Evaluate(representation, conditions, targets, s_decoding), 1e-12);
    }

    [Fact]
    public void Generalisation_is_that_of_the_rows()
    {
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(1, 20).ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(), (seed, rowsEach, width) =>
        {
            var (representation, conditions) = Samples.Clouds(6, rowsEach, width, 1, seed, seed % 3 * 50);
            var targets = Dichotomy.AllBalanced(6);
            foreach (var split in new[] { CcgpSplit.LeaveOnePairOut, CcgpSplit.HalfHalf, CcgpSplit.AllSizes })
            {
                var options = new CcgpOptions { Decoder = LinearDecoder.LeastSquares, Split = split };
                Streams.ShouldAgree(
                    Ccgp(representation, conditions, targets, options), Scores.Ccgp.Evaluate(representation, conditions, targets, options), 1e-9);
            }
        }).Check(s_config);
    }

    [Fact]
    public void Generalisation_of_merged_moments_is_that_of_the_whole()
    {
        var (representation, conditions) = Samples.Clouds(4, 30, 5, 1, 9);
        var parts = Streams.Gather(representation, null, conditions, [.. Enumerable.Range(0, representation.Rows).Select(row => row / 50)]);
        parts[2].Merge(parts[0]);
        parts[2].Merge(parts[1]);
        var targets = Dichotomy.AllBalanced(4);
        var options = new CcgpOptions { Decoder = LinearDecoder.LeastSquares };
        var streamed = new StreamedCcgp(parts[2], targets, options);
        streamed.Test(representation.Values[(60 * 5)..], conditions.Codes[60..]);
        streamed.Test(representation.Values[..(60 * 5)], conditions.Codes[..60]);
        Streams.ShouldAgree(streamed.Evaluate(), Scores.Ccgp.Evaluate(representation, conditions, targets, options), 1e-12);
    }

    [Fact]
    public void Degenerate_rows_give_what_the_rows_give()
    {
        var constant = new Representation(Enumerable.Repeat(0.1f, 24 * 3).ToArray(), 24, 3);
        var conditions = Samples.Conditions([.. Enumerable.Range(0, 24).Select(i => i % 4)]);
        var targets = Dichotomy.AllBalanced(4);
        Streams.ShouldAgree(Decodability(constant, conditions, targets), Scores.Decodability.Evaluate(constant, conditions, targets, s_decoding), 1e-12);
        var options = new CcgpOptions { Decoder = LinearDecoder.LeastSquares };
        Streams.ShouldAgree(Ccgp(constant, conditions, targets, options), Scores.Ccgp.Evaluate(constant, conditions, targets, options), 1e-12);

        var (few, oneRowEach) = Samples.Clouds(4, 1, 3, 1, 1);
        Decodability(few, oneRowEach, targets)[0].Value.Reason!.ShouldContain("cross-validation needs at least 2 rows of every condition");
    }

    [Fact]
    public void What_needs_rows_and_incomplete_passes_are_refused()
    {
        var (representation, conditions) = Samples.Clouds(4, 5, 3, 1, 1);
        var targets = Dichotomy.AllBalanced(4);
        var counts = Counts(conditions);
        Should.Throw<ArgumentException>(() => new StreamedDecodability(conditions, counts, 3, targets, new DecodabilityOptions())).Message.ShouldContain("'svm' needs the rows");
        Should.Throw<ArgumentException>(() => new StreamedDecodability(
            conditions, counts, 3, targets, s_decoding with { Measures = DecodingMeasures.Auc })).Message.ShouldContain("AUC");
        var streamed = new StreamedDecodability(conditions, counts, 3, targets, s_decoding);
        Should.Throw<InvalidOperationException>(() => streamed.Test(representation.Values, conditions.Codes)).Message.ShouldContain("training has seen 0");
        streamed.Train(representation.Values, conditions.Codes);
        Should.Throw<ArgumentException>(() => streamed.Train(representation.Row(0), conditions.Codes[..1])).Message.ShouldContain("there are more");
        Should.Throw<InvalidOperationException>(() => streamed.Evaluate()).Message.ShouldContain("show all rows a second time");
        var ccgp = new StreamedCcgp(Streams.Gather(representation, conditions), targets);
        Should.Throw<InvalidOperationException>(() => ccgp.Evaluate()).Message.ShouldContain("0 were tested");
    }

    private static long[] Counts(ConditionLabels conditions) => [.. conditions.RowsOf.Select(n => (long)n)];

    private static IReadOnlyList<ScoreEntry> Decodability(Representation representation, ConditionLabels conditions, IReadOnlyList<Dichotomy> targets)
    {
        var streamed = new StreamedDecodability(conditions, Counts(conditions), representation.Width, targets, s_decoding);
        Streams.Show(representation, conditions, 1, (_, rows, codes) => streamed.Train(rows, codes));
        Streams.Show(representation, conditions, 2, (_, rows, codes) => streamed.Test(rows, codes));
        return streamed.Evaluate();
    }

    private static IReadOnlyList<ScoreEntry> Ccgp(
        Representation representation, ConditionLabels conditions, IReadOnlyList<Dichotomy> targets, CcgpOptions options)
    {
        var streamed = new StreamedCcgp(Streams.Gather(representation, conditions), targets, options);
        Streams.Show(representation, conditions, 1, (_, rows, codes) => streamed.Test(rows, codes));
        return streamed.Evaluate();
    }
}
