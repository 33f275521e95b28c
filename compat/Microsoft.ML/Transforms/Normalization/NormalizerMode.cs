namespace Microsoft.ML.Transforms;

/// <summary>How a normalizer turns what it has seen of a slot into a mapping.</summary>
internal abstract record NormalizerMode
{
    public abstract (double Scale, double Offset) Affine(SlotStatistics statistics, int slot);

    /// <summary>The reciprocal of a size, or zero for a slot without one: a constant slot maps to zero.</summary>
    private protected static double Reciprocal(double size) => size > 0 && double.IsFinite(1 / size) ? 1 / size : 0;
}
