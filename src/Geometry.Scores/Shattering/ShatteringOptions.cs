namespace Geometry.Scores;

/// <summary>How shattering dimensionality is measured.</summary>
public sealed record ShatteringOptions
{
    private readonly int _maximumDichotomies = 10_000;
    private readonly double _significance = 0.01;

    /// <summary>
    /// Gets how each dichotomy is decoded: decoder, folds, threads, seed, and the null. Its measures must be one. A dichotomy counts as above
    /// chance only when there is a null. Default: the defaults of <see cref="DecodabilityOptions"/>, without a null.
    /// </summary>
    public DecodabilityOptions Decoding { get; init; } = new();

    /// <summary>
    /// Gets the most dichotomies; of more, that many are drawn without replacement by <see cref="DecodabilityOptions.Seed"/>. At least 2.
    /// Default: 10,000.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 2.</exception>
    public int MaximumDichotomies
    {
        get => _maximumDichotomies;
        init => _maximumDichotomies = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Draw at least 2 dichotomies.");
    }

    /// <summary>Gets the dichotomies that the network was trained on; when there are any, the mean over the others is an entry too. Default: none.</summary>
    public IReadOnlyList<Dichotomy> Trained { get; init; } = [];

    /// <summary>Gets how it is decided that a dichotomy is decoded above chance. Default: <see cref="ShatteringTest.Permutation"/>.</summary>
    public ShatteringTest Test { get; init; } = ShatteringTest.Permutation;

    /// <summary>Gets the p-value below which a dichotomy is above chance, between 0 and 1. Default: 0.01.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public double Significance
    {
        get => _significance;
        init => _significance = value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The significance level lies between 0 and 1.");
    }

    /// <summary>Gets whether the entry of every dichotomy (a <c>decodability</c> entry) follows the summary. Default: false.</summary>
    public bool IncludeDichotomies { get; init; }

    /// <summary>Gets the name of the test in the variant.</summary>
    internal string TestName => Test switch
    {
        ShatteringTest.Permutation => "permutation",
        ShatteringTest.PooledPermutation => "pooled-permutation",
        ShatteringTest.ZTest => "z-test",
        _ => throw new InvalidOperationException($"Unknown test {Test}."),
    };
}
