namespace Geometry.Tasks;

/// <summary>Subtracts the mean over the conditions from the inputs.</summary>
internal static class Centring
{
    /// <summary>Subtracts from every column of a row-major matrix its mean.</summary>
    public static void Apply(Span<double> values, int width)
    {
        int rows = values.Length / width;
        for (int column = 0; column < width; column++)
        {
            double mean = 0;
            for (int i = column; i < values.Length; i += width)
            {
                mean += values[i] / rows;
            }

            for (int i = column; i < values.Length; i += width)
            {
                values[i] -= mean;
            }
        }
    }
}
