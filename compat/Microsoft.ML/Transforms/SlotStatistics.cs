namespace Microsoft.ML.Transforms;

/// <summary>Range, mean and spread of each slot, or of its logarithm; values that are not finite do not count.</summary>
internal sealed class SlotStatistics(int slots, bool logarithm)
{
    private readonly double[] _counts = new double[slots];
    private readonly double[] _squares = new double[slots];

    public double[] Minimum { get; } = [.. Enumerable.Repeat(double.PositiveInfinity, slots)];

    public double[] Maximum { get; } = [.. Enumerable.Repeat(double.NegativeInfinity, slots)];

    public double[] Mean { get; } = new double[slots];

    public int Slots => slots;

    /// <summary>The number of values that counted.</summary>
    public double Count(int slot) => _counts[slot];

    public double Variance(int slot) => _counts[slot] == 0 ? 0 : _squares[slot] / _counts[slot];

    public void Add(int slot, double value)
    {
        if (logarithm) value = value > 0 ? Math.Log(value) : double.NaN;
        if (!double.IsFinite(value)) return;
        Minimum[slot] = Math.Min(Minimum[slot], value);
        Maximum[slot] = Math.Max(Maximum[slot], value);
        double distance = value - Mean[slot];
        Mean[slot] += distance / ++_counts[slot];
        _squares[slot] += distance * (value - Mean[slot]);
    }
}
