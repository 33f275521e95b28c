namespace Geometry.Scores;

/// <summary>How the interval of a score is found.</summary>
public sealed record ResamplingOptions
{
    private readonly int _draws = 200;
    private readonly double _level = 0.95;

    /// <summary>Gets what is resampled. Default: <see cref="ResamplingUnit.Rows"/>.</summary>
    public ResamplingUnit Unit { get; init; } = ResamplingUnit.Rows;

    /// <summary>Gets the number of bootstrap draws, at least 2. The jackknife has one a condition. Default: 200.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 2.</exception>
    public int Draws
    {
        get => _draws;
        init => _draws = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A bootstrap needs at least 2 draws.");
    }

    /// <summary>Gets the coverage of the interval, between 0 and 1. Default: 0.95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public double Level
    {
        get => _level;
        init => _level = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The level lies between 0 and 1.");
    }

    /// <summary>Gets the seed of the draws. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>Gets the name of the method.</summary>
    internal string Name => Unit switch
    {
        ResamplingUnit.Rows => "bootstrap/rows",
        ResamplingUnit.Conditions => "jackknife/conditions",
        _ => throw new InvalidOperationException($"Unknown resampling unit {Unit}."),
    };
}
