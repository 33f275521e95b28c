namespace Geometry.Networks;

/// <summary>The law of the initial biases of a layer with n inputs, before the gain.</summary>
public enum BiasLaw
{
    /// <summary>Normal with mean 0 and standard deviation 1 / sqrt(n).</summary>
    Gaussian,

    /// <summary>Uniform in (-1, 1) / sqrt(n), which is what PyTorch's linear layers start with.</summary>
    Uniform,

    /// <summary>
    /// All 0. With an odd nonlinearity and an exclusive-or task the expected gradient is then exactly 0, so that such a network does
    /// not learn.
    /// </summary>
    Zero,
}
