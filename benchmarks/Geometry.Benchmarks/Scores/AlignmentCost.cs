using Geometry.Scores;
using Geometry.Seeding;
using static TorchSharp.torch;

namespace Geometry.Benchmarks.Scores;

/// <summary>
/// CKA of 10,000 x 512 against 10,000 x 512 beside the three matrix products that it needs, X'Y, X'X and Y'Y, done by libtorch on as many
/// threads, in double precision (in which scores are computed) and in single precision.
/// </summary>
internal static class AlignmentCost
{
    private const int Rows = 10_000, Width = 512;

    public static bool Measure()
    {
        set_num_threads(Environment.ProcessorCount);
        var (x, y) = (Values("x"), Values("y"));
        var (z, u) = (new Representation(x, Rows, Width), new Representation(y, Rows, Width));
        var options = new AlignmentOptions { Unit = AlignmentUnit.Rows };
        using var x32 = tensor(x, [Rows, Width]);
        using var y32 = tensor(y, [Rows, Width]);
        using var x64 = x32.to(float64);
        using var y64 = y32.to(float64);
        double alignment = 0;
        var times = Timing.Shortest(
            9,
            () => alignment = Alignment.Evaluate(z, u, "y", null, options).Value.Value,
            () => Products(x64, y64),
            () => Products(x32, y32));
        Console.WriteLine($"CKA of {Rows} x {Width} and {Rows} x {Width} (value {alignment:0.0000}): {1000 * times[0]:0} ms");
        Console.WriteLine($"three products, double precision: {1000 * times[1]:0} ms ({Rate(times[1]):0} GFLOP/s)");
        Console.WriteLine($"three products, single precision: {1000 * times[2]:0} ms ({Rate(times[2]):0} GFLOP/s); CKA takes {times[0] / times[2]:0.00} times as long");
        return Timing.Report("CKA against the products in double precision", times[0] / times[1], "times", 1.5);
    }

    private static double Rate(double seconds) => 3 * 2.0 * Rows * Width * Width / seconds / 1e9;

    private static void Products(Tensor x, Tensor y)
    {
        using var scope = NewDisposeScope();
        mm(x.t(), y);
        mm(x.t(), x);
        mm(y.t(), y);
    }

    private static float[] Values(string name)
    {
        var values = new float[Rows * Width];
        new RandomStream(1, name).FillGaussian(values.AsSpan());
        return values;
    }
}
