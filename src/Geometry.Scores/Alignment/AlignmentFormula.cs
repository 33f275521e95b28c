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

        if (options.Kind is AlignmentKind.Debiased or AlignmentKind.Minibatch)
        {
            return (Debiased(z, u, options), 0);
        }

        var norm = Math.Sqrt(z.Kernel.Square * u.Kernel.Square);
        var value = Math.Clamp(z.Kernel.Product(u.Kernel) / norm, 0, 1);
        return (ScoreValue.Of(value), options.Kind == AlignmentKind.Centred ? 1 / norm / (z.Rows - 1) : 0);
    }

    public static IReadOnlyList<string> Warnings(int rows, AlignmentOptions options, double chance)
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

    private static ScoreValue Debiased(AlignmentSide z, AlignmentSide u, AlignmentOptions options)
    {
        if (z.Rows < 4)
        {
            return ScoreValue.Undefined($"the debiased estimator needs at least 4 rows in the kernel, there are {z.Rows}");
        }

        var (cross, selfZ, selfU) = options.Kind == AlignmentKind.Minibatch
            ? (z.Batches(options).Sum(u.Batches(options)), z.Batches(options).Own, u.Batches(options).Own)
            : (Unbiased(z.Kernel.Product(u.Kernel), z, u), Unbiased(z.Kernel.Square, z, z), Unbiased(u.Kernel.Square, u, u));
        var least = options.Kind == AlignmentKind.Minibatch ? Rounding / z.Rows / z.Rows : Rounding;
        if (Math.Min(selfZ, selfU) <= least)
        {
            var (name, value) = selfZ <= least ? (z.Name, selfZ) : (u.Name, selfU);
            return ScoreValue.Undefined(string.Create(
                CultureInfo.InvariantCulture, $"the unbiased estimate of {name} with itself is not positive ({value:0.###e+0}); there are too few rows"));
        }

        // The criterion is an inner product of kernels (doubly centred without their diagonals), so the ratio is a cosine but for rounding.
        return ScoreValue.Of(Math.Clamp(cross / Math.Sqrt(selfZ * selfU), -1, 1));
    }

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

    private static double Unbiased(double product, AlignmentSide k, AlignmentSide l) =>
        Unbiased(product, k.Diagonal, k.RowSums, l.Diagonal, l.RowSums);
}
