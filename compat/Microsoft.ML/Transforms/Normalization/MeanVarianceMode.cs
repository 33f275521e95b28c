namespace Microsoft.ML.Transforms;

/// <summary>
/// To unit variance about the mean, or to unit mean square with zero left where it is; or the normal distribution function.
/// With logarithms the mean and the variance are those of the logarithm of the positive values.
/// </summary>
internal sealed record MeanVarianceMode(bool FixZero, bool UseCdf, bool UseLog = false) : NormalizerMode
{
    public override (double Scale, double Offset) Affine(SlotStatistics statistics, int slot)
    {
        double mean = statistics.Mean[slot], variance = statistics.Variance(slot);
        return FixZero ? (Reciprocal(Math.Sqrt(mean * mean + variance)), 0) : (Reciprocal(Math.Sqrt(variance)), mean);
    }
}
