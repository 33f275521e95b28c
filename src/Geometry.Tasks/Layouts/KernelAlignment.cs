namespace Geometry.Tasks;

/// <summary>Alignment of two small sets of conditions, in double precision.</summary>
internal static class KernelAlignment
{
    /// <summary>Computes the centred alignment of the Gram matrices of two row-major matrices with the same rows.</summary>
    public static double Centred(ReadOnlySpan<float> x, int xWidth, ReadOnlySpan<float> y, int yWidth, int rows)
    {
        double[] first = CentredGram(x, xWidth, rows), second = CentredGram(y, yWidth, rows);
        return Inner(first, second) / Math.Sqrt(Inner(first, first) * Inner(second, second));
    }

    private static double[] CentredGram(ReadOnlySpan<float> values, int width, int rows)
    {
        double[] centred = new double[values.Length];
        for (int column = 0; column < width; column++)
        {
            double mean = 0;
            for (int row = 0; row < rows; row++)
            {
                mean += values[(row * width) + column] / (double)rows;
            }

            for (int row = 0; row < rows; row++)
            {
                centred[(row * width) + column] = values[(row * width) + column] - mean;
            }
        }

        double[] gram = new double[rows * rows];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < rows; j++)
            {
                gram[(i * rows) + j] = Inner(centred.AsSpan(i * width, width), centred.AsSpan(j * width, width));
            }
        }

        return gram;
    }

    private static double Inner(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double sum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }

        return sum;
    }
}
