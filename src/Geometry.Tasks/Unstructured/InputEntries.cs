namespace Geometry.Tasks;

/// <summary>The distribution of the inputs of an <see cref="UnstructuredBinaryTask"/>, each drawn independently, before centring.</summary>
public enum InputEntries
{
    /// <summary>Standard normal.</summary>
    Gaussian,

    /// <summary>Uniform in [0, 1).</summary>
    Uniform,

    /// <summary>The magnitude of a standard normal number.</summary>
    AbsoluteGaussian,

    /// <summary>A standard normal number, with 0 in place of negative ones.</summary>
    RectifiedGaussian,
}
