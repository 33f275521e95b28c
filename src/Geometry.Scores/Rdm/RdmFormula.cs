namespace Geometry.Scores;

/// <summary>Comparisons of dissimilarity matrices.</summary>
internal static class RdmFormula
{
    /// <summary>Differences below this part of the largest dissimilarity are rounding.</summary>
    private const double Rounding = 1e-12;

    public static ScoreValue Compare(DissimilarityMatrix matrix, DissimilarityMatrix other, RdmComparison comparison, string otherName)
    {
        var (a, b) = (Scaled(matrix.Pairs), Scaled(other.Pairs));
        if ((AllZero(a) ? "the representation" : AllZero(b) ? otherName : null) is { } zero)
        {
            return ScoreValue.Undefined($"all dissimilarities of {zero} are zero");
        }

        if (comparison == RdmComparison.CentredCosine)
        {
            return Cosine(Centred(a, matrix.Names.Count), Centred(b, matrix.Names.Count));
        }

        if (comparison == RdmComparison.Cosine)
        {
            return Cosine(a, b);
        }

        if (a.Length < 3)
        {
            return ScoreValue.Undefined($"a correlation over pairs of conditions needs at least 3 conditions, there are {matrix.Names.Count}");
        }

        if ((AllEqual(a) ? "the representation" : AllEqual(b) ? otherName : null) is { } equal)
        {
            return ScoreValue.Undefined($"all dissimilarities of {equal} are equal");
        }

        return comparison == RdmComparison.Spearman ? Cosine(Deviations(Ranks(a)), Deviations(Ranks(b))) : Cosine(Deviations(a), Deviations(b));
    }

    /// <summary>Ranks from 1; values that are equal but for rounding share their mean rank.</summary>
    internal static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort((double[])values.Clone(), order);
        var tolerance = Rounding * values.Max(Math.Abs);
        var ranks = new double[values.Length];
        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && values[order[end]] - values[order[end - 1]] <= tolerance)
            {
                end++;
            }

            for (var i = first; i < end; i++)
            {
                ranks[order[i]] = (first + 1 + end) / 2.0;
            }

            first = end;
        }

        return ranks;
    }

    /// <summary>Divided by the largest magnitude, so that sums of squares neither vanish nor overflow; as they are when all are zero.</summary>
    private static double[] Scaled(ReadOnlySpan<double> pairs)
    {
        var values = pairs.ToArray();
        var largest = values.Max(Math.Abs);
        return largest > 0 ? Array.ConvertAll(values, v => v / largest) : values;
    }

    private static bool AllZero(double[] values) => values.All(v => v == 0);

    private static bool AllEqual(double[] values) => values.Max() - values.Min() <= Rounding;

    private static double[] Deviations(double[] values)
    {
        var mean = Statistics.Mean(values);
        return Array.ConvertAll(values, v => v - mean);
    }

    /// <summary>The square matrix with centred rows and columns.</summary>
    private static double[] Centred(double[] pairs, int count)
    {
        var square = new double[count * count];
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                square[i * count + j] = square[j * count + i] = pairs[next++];
            }
        }

        var means = Enumerable.Range(0, count).Select(i => Statistics.Mean(square.AsSpan(i * count, count))).ToArray();
        var grand = Statistics.Mean(means);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                square[i * count + j] += grand - means[i] - means[j];
            }
        }

        return square;
    }

    private static ScoreValue Cosine(double[] a, double[] b)
    {
        double product = 0;
        double first = 0;
        double second = 0;
        for (var i = 0; i < a.Length; i++)
        {
            product += a[i] * b[i];
            first += a[i] * a[i];
            second += b[i] * b[i];
        }

        return ScoreValue.Of(Math.Clamp(product / Math.Sqrt(first * second), -1, 1));
    }
}
