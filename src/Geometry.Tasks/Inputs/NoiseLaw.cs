namespace Geometry.Tasks;

/// <summary>The distribution of the noise. Each has mean 0 and the standard deviation that the task asks for, and dimensions are independent.</summary>
public enum NoiseLaw
{
    /// <summary>Normal.</summary>
    Gaussian,

    /// <summary>Uniform from -sqrt(3) to sqrt(3) standard deviations: no tails.</summary>
    Uniform,

    /// <summary>Laplace, density exp(-sqrt(2) |x|) / sqrt(2) for standard deviation 1: excess kurtosis 3.</summary>
    Laplace,

    /// <summary>
    /// Student's t with <see cref="GeometryTask.NoiseDegreesOfFreedom"/> degrees of freedom v, divided by its standard deviation sqrt(v / (v - 2)):
    /// tails like |x|^-(v + 1).
    /// </summary>
    StudentT,
}
