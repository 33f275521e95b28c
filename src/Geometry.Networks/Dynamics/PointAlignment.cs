namespace Geometry.Networks;

/// <summary>Alignments and losses over a few noise-free conditions.</summary>
internal static class PointAlignment
{
    private const double NoVariation = 1e-24;

    /// <summary>The centred alignment of responses (m x neurons) with the targets.</summary>
    public static double? WithTargets(ReadOnlySpan<double> responses, LearningPoints points) =>
        Cosine(Kernel(responses, points.Count), Kernel(points.Errors.Span, points.Count), points.Count);

    /// <summary>The centred alignment of responses (m x neurons) with the inputs.</summary>
    public static double? WithInputs(ReadOnlySpan<double> responses, LearningPoints points) =>
        Cosine(Kernel(responses, points.Count), points.Gram.ToArray(), points.Count);

    /// <summary>The mean Bernoulli negative log-likelihood of the targets under logits.</summary>
    public static double Loss(ReadOnlySpan<double> logits, LearningPoints points)
    {
        ReadOnlySpan<float> targets = points.Targets.Span;
        double sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            double x = logits[i];
            sum += Math.Max(x, 0) - (x * targets[i]) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
        }

        return sum / logits.Length;
    }

    private static double[] Kernel(ReadOnlySpan<double> rows, int count)
    {
        int width = rows.Length / count;
        double[] kernel = new double[count * count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = 0;
                for (int k = 0; k < width; k++)
                {
                    sum += rows[(i * width) + k] * rows[(j * width) + k];
                }

                kernel[(i * count) + j] = kernel[(j * count) + i] = sum;
            }
        }

        return kernel;
    }

    private static double? Cosine(double[] first, double[] second, int count)
    {
        double scale = Inner(first, first) * Inner(second, second);
        Centre(first, count);
        Centre(second, count);
        double norms = Inner(first, first) * Inner(second, second);
        return norms > NoVariation * scale ? Inner(first, second) / Math.Sqrt(norms) : null;
    }

    private static void Centre(double[] kernel, int count)
    {
        double[] means = [.. Enumerable.Range(0, count).Select(i => kernel.AsSpan(i * count, count).ToArray().Average())];
        double mean = means.Average();
        for (int i = 0; i < kernel.Length; i++)
        {
            kernel[i] -= means[i / count] + means[i % count] - mean;
        }
    }

    private static double Inner(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
