using System.Diagnostics;
using Geometry.Scores;

namespace Geometry.Benchmarks.Scores;

/// <summary>What the scores of one column of 8 conditions x 100 trials x 100 units cost.</summary>
internal static class OneColumn
{
    /// <summary>Every score with the least-squares decoder over all 35 balanced dichotomies, each with a null of 100 draws.</summary>
    public static bool MeasureAllScores()
    {
        var (representation, conditions, input) = BenchmarkTable.Make();
        var dichotomies = Dichotomy.AllBalanced(BenchmarkTable.Conditions);
        var shuffle = new NullOptions { Draws = 100 };
        var decoding = new DecodabilityOptions { Decoder = LinearDecoder.LeastSquares, Null = shuffle };
        (string Name, Func<IReadOnlyList<ScoreEntry>> Score)[] scores =
        [
            ("alignment with dichotomies", () => NullTest.Evaluate(representation, conditions, (r, c) => Alignment.Evaluate(r, dichotomies, c), shuffle)),
            ("alignment with input", () => NullTest.Evaluate(representation, conditions, (r, c) => [Alignment.Evaluate(r, input, "input", c)], shuffle)),
            ("decodability", () => Decodability.Evaluate(representation, conditions, dichotomies, decoding)),
            ("shattering", () => Shattering.Evaluate(representation, conditions, new ShatteringOptions { Decoding = decoding })),
            ("ccgp", () => Ccgp.Evaluate(
                representation, conditions, dichotomies, new CcgpOptions { Decoder = LinearDecoder.LeastSquares, Null = shuffle with { Kind = NullKind.Geometric } })),
            ("parallelism", () => Parallelism.Evaluate(
                representation, conditions, dichotomies, new ParallelismOptions { Null = shuffle with { Kind = NullKind.Geometric } })),
            ("dimension", () => NullTest.Evaluate(representation, conditions, (r, c) => [Dimension.Evaluate(r, c)], shuffle)),
            ("collapse", () => NullTest.Evaluate(representation, conditions, (r, c) => NeuralCollapse.Evaluate(r, c, "condition", c), shuffle)),
            ("rdm with dichotomies", () => NullTest.Evaluate(representation, conditions, (r, c) => Rdm.Evaluate(r, dichotomies, c), shuffle)),
            ("rdm with input", () => NullTest.Evaluate(representation, conditions, (r, c) => [Rdm.Evaluate(r, input, "input", c)], shuffle)),
            ("rdm, crossnobis, with dichotomies", () => NullTest.Evaluate(
                representation, conditions, (r, c) => Rdm.Evaluate(r, dichotomies, c, new RdmOptions { Dissimilarity = Dissimilarity.Crossnobis }), shuffle)),
        ];
        var shortest = double.PositiveInfinity;
        for (var round = 0; round < 4; round++)
        {
            var total = Stopwatch.GetTimestamp();
            foreach (var (name, score) in scores)
            {
                var start = Stopwatch.GetTimestamp();
                var entries = score();
                if (round == 3)
                {
                    Console.WriteLine($"{name}: {1000 * Stopwatch.GetElapsedTime(start).TotalSeconds:0} ms, {entries.Count} entries");
                }
            }

            shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(total).TotalSeconds);
        }

        return Timing.Report($"all scores of one column, nulls of 100 draws, {Environment.ProcessorCount} processors", shortest, "s", 3);
    }

    /// <summary>Cross-condition generalisation of all 35 dichotomies with the support vector machine.</summary>
    public static bool MeasureCcgp()
    {
        var (representation, conditions, _) = BenchmarkTable.Make();
        var dichotomies = Dichotomy.AllBalanced(BenchmarkTable.Conditions);
        var time = Timing.Shortest(3, () => Ccgp.Evaluate(representation, conditions, dichotomies, new CcgpOptions()))[0];
        return Timing.Report($"CCGP of 35 dichotomies, 16 splits each, support vector machine, {Environment.ProcessorCount} processors", time, "s", 1);
    }
}
