using System.Diagnostics;
using Geometry.Scores;
using Geometry.Seeding;

namespace Geometry.Benchmarks.Scores;

/// <summary>
/// 1,000,000 x 128 rows that are made block by block and never kept: dimension, alignment with 16 inputs and with dichotomies, collapse,
/// decodability and cross-condition generalisation, and the most memory that the process held.
/// </summary>
internal static class StreamingMemory
{
    private const int Rows = 1_000_000, Width = 128, InputWidth = 16, Conditions = 8, BlockRows = 4096;

    public static bool Measure()
    {
        var names = Enumerable.Range(0, Conditions).Select(c => $"c{c}").ToArray();
        var conditions = new ConditionLabels([0], names);
        var targets = Dichotomy.AllBalanced(Conditions);
        var counts = Enumerable.Range(0, Conditions).Select(c => (long)(Rows / Conditions)).ToArray();
        var moments = new MomentAccumulator(conditions, Width, InputWidth);
        var decodability = new StreamedDecodability(
            conditions, counts, Width, targets, new DecodabilityOptions { Decoder = LinearDecoder.LeastSquares });
        var start = Stopwatch.GetTimestamp();
        Show((rows, inputs, codes) =>
        {
            moments.Add(rows, inputs, codes);
            decodability.Train(rows, codes);
        });
        var first = Stopwatch.GetElapsedTime(start);
        var ccgp = new StreamedCcgp(moments, targets, new CcgpOptions { Decoder = LinearDecoder.LeastSquares });
        Show((rows, _, codes) =>
        {
            decodability.Test(rows, codes);
            ccgp.Test(rows, codes);
        });
        var both = Stopwatch.GetElapsedTime(start);
        Print(Dimension.Evaluate(moments, AlignmentUnit.Rows));
        Print(Alignment.Evaluate(moments, "input", new AlignmentOptions { Unit = AlignmentUnit.Rows }));
        Print(Alignment.Evaluate(moments, targets, new AlignmentOptions { Kind = AlignmentKind.Debiased, Unit = AlignmentUnit.Rows })[^1]);
        Print(NeuralCollapse.Evaluate(moments, "half", ["low", "high"], [0, 0, 0, 0, 1, 1, 1, 1])[0]);
        Print(decodability.Evaluate()[^1]);
        Print(ccgp.Evaluate()[^1]);
        Console.WriteLine($"{Rows} x {Width} rows ({4.0 * Rows * Width / (1 << 20):0} MB as floats): first pass {first.TotalSeconds:0.0} s, both passes {both.TotalSeconds:0.0} s, making the rows included");
        using var process = Process.GetCurrentProcess();
        return Timing.Report("peak resident memory of the process", process.PeakWorkingSet64 / (double)(1 << 20), "MB", 500);
    }

    private static void Print(ScoreEntry entry) => Console.WriteLine($"{entry.Score} {entry.Variant} {entry.Target}: {entry.Value} (n = {entry.N})");

    private static void Show(Part part)
    {
        var centres = new float[Conditions * Width];
        var stream = new RandomStream(1, "rows");
        stream.FillGaussian(centres.AsSpan());
        var (rows, inputs, codes) = (new float[BlockRows * Width], new float[BlockRows * InputWidth], new int[BlockRows]);
        for (var first = 0; first < Rows; first += BlockRows)
        {
            var count = Math.Min(BlockRows, Rows - first);
            stream.FillUniform(rows.AsSpan());
            stream.FillUniform(inputs.AsSpan());
            for (var row = 0; row < count; row++)
            {
                codes[row] = (first + row) % Conditions;
                inputs[row * InputWidth] += codes[row];
                for (var i = 0; i < Width; i++)
                {
                    rows[row * Width + i] = centres[codes[row] * Width + i] + 20 * (rows[row * Width + i] - 0.5f);
                }
            }

            part(rows.AsSpan(0, count * Width), inputs.AsSpan(0, count * InputWidth), codes.AsSpan(0, count));
        }
    }

    private delegate void Part(ReadOnlySpan<float> rows, ReadOnlySpan<float> inputs, ReadOnlySpan<int> codes);
}
