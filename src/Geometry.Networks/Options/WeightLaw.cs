namespace Geometry.Networks;

/// <summary>The law of the initial weights of a layer with n inputs, before the gain.</summary>
public enum WeightLaw
{
    /// <summary>Normal with mean 0 and standard deviation 1 / sqrt(n).</summary>
    Gaussian,

    /// <summary>Uniform in (-1, 1) / sqrt(n), which is what PyTorch's linear layers start with.</summary>
    Uniform,
}
