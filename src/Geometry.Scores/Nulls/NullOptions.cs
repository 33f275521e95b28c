namespace Geometry.Scores;

/// <summary>The null that a score is compared with.</summary>
public sealed record NullOptions
{
    private readonly int _draws = 100;

    /// <summary>Gets the kind. Default: <see cref="NullKind.LabelShuffle"/>.</summary>
    public NullKind Kind { get; init; } = NullKind.LabelShuffle;

    /// <summary>Gets the number of draws, at least 1. The smallest p-value is 1 / (1 + draws). Default: 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Draws
    {
        get => _draws;
        init => _draws = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A null needs at least one draw.");
    }

    /// <summary>Gets the seed of the draws. Draws with the same seed begin alike, however many there are. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>Gets the name of the null.</summary>
    internal string Name => Kind switch
    {
        NullKind.LabelShuffle => "label-shuffle",
        NullKind.Geometric => "geometric",
        NullKind.PairPermutation => "pair-permutation",
        _ => throw new InvalidOperationException($"Unknown null {Kind}."),
    };

    /// <summary>Refuses a kind that only CCGP has.</summary>
    internal void CheckIsGeneral()
    {
        if (Kind == NullKind.PairPermutation)
        {
            throw new ArgumentException("The pair permutation is a null of CCGP alone; choose LabelShuffle or Geometric.", nameof(Kind));
        }
    }
}
