using Geometry.Seeding;

namespace Geometry.Tasks;

/// <summary>Random numbers of mean 0 and standard deviation 1.</summary>
internal static class NoiseSource
{
    /// <summary>Fills a span; the first numbers do not depend on its length.</summary>
    public static void Fill(Span<float> values, NoiseLaw law, double degreesOfFreedom, RandomStream stream)
    {
        if (law == NoiseLaw.Gaussian)
        {
            stream.FillGaussian(values);
            return;
        }

        foreach (ref float value in values)
        {
            value = (float)(law switch
            {
                NoiseLaw.Uniform => Math.Sqrt(3) * ((2 * stream.NextDouble()) - 1),
                NoiseLaw.Laplace => NextLaplace(stream),
                _ => NextStudent(degreesOfFreedom, stream),
            });
        }
    }

    private static double NextLaplace(RandomStream stream)
    {
        double magnitude = -Math.Log(1 - stream.NextDouble()) / Math.Sqrt(2);
        return stream.NextDouble() < 0.5 ? -magnitude : magnitude;
    }

    // Bailey (1994): the polar form of Box and Muller's transform with another law of the radius gives Student's t for any degrees of freedom.
    private static double NextStudent(double degreesOfFreedom, RandomStream stream)
    {
        double radius = Math.Sqrt(degreesOfFreedom * (Math.Pow(1 - stream.NextDouble(), -2 / degreesOfFreedom) - 1));
        return radius * Math.Cos(2 * Math.PI * stream.NextDouble()) * Math.Sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
    }
}
