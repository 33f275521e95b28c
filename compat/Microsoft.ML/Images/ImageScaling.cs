namespace Microsoft.ML.Images;

/// <summary>Changes the size of images of four bytes a pixel.</summary>
internal static class ImageScaling
{
    /// <summary>Takes for each pixel the one that lies where its centre falls.</summary>
    public static byte[] Nearest(ReadOnlySpan<byte> pixels, int width, int height, int newWidth, int newHeight)
    {
        byte[] scaled = new byte[newWidth * newHeight * 4];
        for (int y = 0; y < newHeight; y++)
        {
            int fromY = (int)(((2L * y) + 1) * height / (2L * newHeight));
            for (int x = 0; x < newWidth; x++)
            {
                int fromX = (int)(((2L * x) + 1) * width / (2L * newWidth));
                pixels.Slice(4 * ((fromY * width) + fromX), 4).CopyTo(scaled.AsSpan(4 * ((y * newWidth) + x)));
            }
        }
        return scaled;
    }

    /// <summary>
    /// Interpolates with the cubic filter of Mitchell and Netravali (1988), widened where the image becomes smaller, so that every pixel counts.
    /// </summary>
    public static byte[] Smooth(ReadOnlySpan<byte> pixels, int width, int height, int newWidth, int newHeight)
    {
        var columns = Taps(width, newWidth);
        float[] rows = new float[height * newWidth * 4];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < newWidth; x++)
            {
                for (int tap = 0; tap < columns[x].Weights.Length; tap++)
                {
                    int from = 4 * ((y * width) + columns[x].First + tap), to = 4 * ((y * newWidth) + x);
                    for (int c = 0; c < 4; c++)
                        rows[to + c] += columns[x].Weights[tap] * pixels[from + c];
                }
            }
        }

        var lines = Taps(height, newHeight);
        byte[] scaled = new byte[newWidth * newHeight * 4];
        for (int y = 0; y < newHeight; y++)
        {
            for (int i = 0; i < newWidth * 4; i++)
            {
                float sum = 0;
                for (int tap = 0; tap < lines[y].Weights.Length; tap++)
                    sum += lines[y].Weights[tap] * rows[((lines[y].First + tap) * newWidth * 4) + i];
                scaled[(y * newWidth * 4) + i] = (byte)Math.Clamp(sum + 0.5f, 0, 255);
            }
        }
        return scaled;
    }

    private static (int First, float[] Weights)[] Taps(int size, int newSize)
    {
        // Without a change of size nothing is to be interpolated; the filter would blur.
        if (size == newSize)
            return [.. Enumerable.Range(0, size).Select(i => (i, new[] { 1f }))];
        double step = (double)size / newSize, reach = Math.Max(1, step);
        var taps = new (int, float[])[newSize];
        for (int i = 0; i < newSize; i++)
        {
            double centre = ((i + 0.5) * step) - 0.5;
            int first = Math.Max(0, (int)Math.Ceiling(centre - (2 * reach))), last = Math.Min(size - 1, (int)Math.Floor(centre + (2 * reach)));
            double[] weights = [.. Enumerable.Range(first, last - first + 1).Select(from => Mitchell((from - centre) / reach))];
            double sum = weights.Sum();
            taps[i] = (first, Array.ConvertAll(weights, weight => (float)(weight / sum)));
        }
        return taps;
    }

    private static double Mitchell(double x)
    {
        x = Math.Abs(x);
        return x switch
        {
            < 1 => ((7 * x * x * x) - (12 * x * x) + (16 / 3d)) / 6,
            < 2 => ((-7 / 3d * x * x * x) + (12 * x * x) - (20 * x) + (32 / 3d)) / 6,
            _ => 0,
        };
    }
}
