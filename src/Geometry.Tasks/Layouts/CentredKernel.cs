namespace Geometry.Tasks;

/// <summary>Centred Gram matrices of small sets of conditions, in double precision.</summary>
internal static class CentredKernel
{
    /// <summary>Computes the Gram matrix of the rows of a row-major matrix whose columns have their means subtracted.</summary>
    public static double[] Of(ReadOnlySpan<double> values, int width, int rows)
    {
        double[] centred = values.ToArray();
        Centring.Apply(centred, width);
        double[] gram = new double[rows * rows];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                gram[(i * rows) + j] = gram[(j * rows) + i] = Inner(centred.AsSpan(i * width, width), centred.AsSpan(j * width, width));
            }
        }

        return gram;
    }

    /// <summary>Computes the cosine of two Gram matrices of the same conditions.</summary>
    public static double Alignment(ReadOnlySpan<double> first, ReadOnlySpan<double> second) =>
        Inner(first, second) / Math.Sqrt(Inner(first, first) * Inner(second, second));

    /// <summary>Computes the sum of the products of corresponding elements.</summary>
    public static double Inner(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double sum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }

        return sum;
    }
}
