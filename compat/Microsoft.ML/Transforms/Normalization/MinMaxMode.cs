namespace Microsoft.ML.Transforms;

/// <summary>Onto [0, 1], or within [-1, 1] with zero left where it is.</summary>
internal sealed record MinMaxMode(bool FixZero) : NormalizerMode
{
    public override (double Scale, double Offset) Affine(SlotStatistics statistics, int slot)
    {
        double low = statistics.Minimum[slot], high = statistics.Maximum[slot];
        if (low > high) return (0, 0);
        return FixZero ? (Reciprocal(Math.Max(Math.Abs(low), Math.Abs(high))), 0) : (Reciprocal(high - low), low);
    }
}
