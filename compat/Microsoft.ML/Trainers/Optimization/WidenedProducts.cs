using System.Numerics;

namespace Microsoft.ML.Trainers;

/// <summary>
/// Products of single-precision rows with double-precision parameters. Sums are kept in double precision, so that an
/// optimiser can follow an objective down to differences that single precision would drown in rounding.
/// </summary>
internal static class WidenedProducts
{
    public static double Dot(ReadOnlySpan<float> row, ReadOnlySpan<double> weights)
    {
        int width = Vector<double>.Count;
        int step = Vector<float>.Count;
        Vector<double> low = Vector<double>.Zero, high = Vector<double>.Zero;
        int i = 0;
        for (; i <= row.Length - step; i += step)
        {
            Vector.Widen(new Vector<float>(row[i..]), out Vector<double> a, out Vector<double> b);
            low = Vector.FusedMultiplyAdd(a, new Vector<double>(weights[i..]), low);
            high = Vector.FusedMultiplyAdd(b, new Vector<double>(weights[(i + width)..]), high);
        }

        double sum = Vector.Sum(low + high);
        for (; i < row.Length; i++) sum += row[i] * weights[i];
        return sum;
    }

    public static double Dot(ReadOnlySpan<int> indices, ReadOnlySpan<float> values, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < indices.Length; i++) sum += values[i] * weights[indices[i]];
        return sum;
    }

    public static void Add(ReadOnlySpan<float> row, double scale, Span<double> target)
    {
        int width = Vector<double>.Count;
        int step = Vector<float>.Count;
        var factor = new Vector<double>(scale);
        int i = 0;
        for (; i <= row.Length - step; i += step)
        {
            Vector.Widen(new Vector<float>(row[i..]), out Vector<double> a, out Vector<double> b);
            Span<double> first = target[i..], second = target[(i + width)..];
            Vector.FusedMultiplyAdd(a, factor, new Vector<double>(first)).CopyTo(first);
            Vector.FusedMultiplyAdd(b, factor, new Vector<double>(second)).CopyTo(second);
        }

        for (; i < row.Length; i++) target[i] += scale * row[i];
    }

    public static void Add(ReadOnlySpan<int> indices, ReadOnlySpan<float> values, double scale, Span<double> target)
    {
        for (int i = 0; i < indices.Length; i++) target[indices[i]] += scale * values[i];
    }
}
