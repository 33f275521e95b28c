using System.Globalization;

namespace Geometry.Scores;

/// <summary>The alignment of two matrices with the same rows.</summary>
internal static class AlignmentFormula
{
    /// <summary>From this chance level on, a high value says little.</summary>
    private const double HighChance = 0.5;

    /// <summary>Traces are 1, so an estimate this small is the rounding of sums that cancel.</summary>
    private const double Rounding = 1e-14;

    /// <summary>
    /// Computes the alignment, and with it the value that centred alignment has on average when the rows of one side are permuted:
    /// sqrt(PR(K) PR(L)) / (n - 1), with PR the participation ratio.
    /// </summary>
    public static (ScoreValue Value, double Chance) Of(AlignmentSide z, AlignmentSide u, AlignmentOptions options)
    {
        if ((z.Reason ?? u.Reason) is { } reason)
        {
            return (ScoreValue.Undefined(reason), 0);
        }

        if (options.Kind == AlignmentKind.Minibatch)
        {
            var (batchesZ, batchesU) = (z.Batches(options), u.Batches(options));
            return (z.Rows < 4 ? TooFew(z.Rows) : Ratio(batchesZ.Sum(batchesU), (z.Name, batchesZ.Own), (u.Name, batchesU.Own), Rounding / z.Rows / z.Rows), 0);
        }

        var debiased = options.Kind == AlignmentKind.Debiased;
        AlignmentSums.Side Sums(AlignmentSide side) => new(side.Name, side.Kernel.Square, debiased ? Inner(side, side) : 0);
        return Of(new AlignmentSums(z.Rows, Sums(z), Sums(u), z.Kernel.Product(u.Kernel), debiased ? Inner(z, u) : 0), options);
    }

    /// <summary>Computes the same from sums.</summary>
    public static (ScoreValue Value, double Chance) Of(AlignmentSums sums, AlignmentOptions options)
    {
        var (n, z, u) = (sums.Rows, sums.Z, sums.U);
        if (options.Kind == AlignmentKind.Debiased)
        {
            return (n < 4 ? TooFew(n) : Ratio(
                Unbiased(sums.Product, sums.Diagonals, n),
                (z.Name, Unbiased(z.Square, z.Diagonals, n)),
                (u.Name, Unbiased(u.Square, u.Diagonals, n)),
                Rounding), 0);
        }

        var norm = Math.Sqrt(z.Square * u.Square);
        return (ScoreValue.Of(Math.Clamp(sums.Product / norm, 0, 1)), options.Kind == AlignmentKind.Centred ? 1 / norm / (n - 1) : 0);
    }

    public static IReadOnlyList<string> Warnings(long rows, AlignmentOptions options, double chance)
    {
        if (options.Kind != AlignmentKind.Centred)
        {
            return [];
        }

        if (rows == 2)
        {
            return ["with two rows in the kernel the centred alignment is always 1"];
        }

        return options.Unit == AlignmentUnit.Rows && chance > HighChance
            ?
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rows} rows are few for the width: unrelated rows would give {chance:0.000} on average; compare with the debiased variant"),
            ]
            : [];
    }

    private static double Inner(AlignmentSide z, AlignmentSide u)
    {
        double sum = 0;
        for (var i = 0; i < z.Rows; i++)
        {
            sum += z.Diagonal[i] * u.Diagonal[i];
        }

        return sum;
    }

    private static ScoreValue TooFew(long rows) => ScoreValue.Undefined($"the debiased estimator needs at least 4 rows in the kernel, there are {rows}");

    private static ScoreValue Ratio(double cross, (string Name, double Own) z, (string Name, double Own) u, double least)
    {
        if (Math.Min(z.Own, u.Own) <= least)
        {
            var (name, value) = z.Own <= least ? z : u;
            return ScoreValue.Undefined(string.Create(
                CultureInfo.InvariantCulture, $"the unbiased estimate of {name} with itself is not positive ({value:0.###e+0}); there are too few rows"));
        }

        // The criterion is an inner product of kernels (doubly centred without their diagonals), so the ratio is a cosine but for rounding.
        return ScoreValue.Of(Math.Clamp(cross / Math.Sqrt(z.Own * u.Own), -1, 1));
    }

    /// <summary>
    /// The unbiased criterion below for centred kernels of trace 1: without the diagonal their rows sum to the negative diagonal.
    /// </summary>
    private static double Unbiased(double product, double diagonals, double n) =>
        product - diagonals + 1 / ((n - 1) * (n - 2)) - 2 / (n - 2) * diagonals;

    /// <summary>
    /// The unbiased criterion, with K~ and L~ the kernels without their diagonals, for n rows:
    /// [tr(K~ L~) + 1'K~1 1'L~1 / ((n-1)(n-2)) - 2/(n-2) 1'K~L~1] / (n (n-3)). The last factor is left out: it cancels
    /// in a ratio.
    /// </summary>
    public static double Unbiased(
        double product, ReadOnlySpan<double> diagonalK, ReadOnlySpan<double> sumsK, ReadOnlySpan<double> diagonalL, ReadOnlySpan<double> sumsL)
    {
        double n = diagonalK.Length;
        double diagonals = 0;
        double totalK = 0;
        double totalL = 0;
        double rows = 0;
        for (var i = 0; i < diagonalK.Length; i++)
        {
            diagonals += diagonalK[i] * diagonalL[i];
            totalK += sumsK[i];
            totalL += sumsL[i];
            rows += sumsK[i] * sumsL[i];
        }

        return product - diagonals + totalK * totalL / ((n - 1) * (n - 2)) - 2 / (n - 2) * rows;
    }
}
