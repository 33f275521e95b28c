namespace Geometry.Scores;

/// <summary>One line of a score table: a score in one variant, for one target.</summary>
/// <param name="Score">Name of the score, as in the catalogue of scores, for example <c>ccgp</c>.</param>
/// <param name="Variant">Name of the variant, for example <c>svm/leave-one-pair-out</c>.</param>
/// <param name="Target">
/// What the representation was scored against: the name of a dichotomy or of another representation;
/// <see cref="MeanTarget"/> for the mean over several dichotomies; empty when the score needs none.
/// </param>
/// <param name="Value">The value, or the reason why there is none.</param>
/// <param name="StandardError">
/// Standard error of the value, or null where the score has none. Each score says over what it is taken
/// (<see cref="ScoreDefinition.StandardErrorMeaning"/>).
/// </param>
/// <param name="N">How many things the value rests on, as <see cref="ScoreDefinition.CountMeaning"/> says.</param>
/// <param name="Warnings">What a reader should know before trusting the value; empty when there is nothing to say.</param>
public sealed record ScoreEntry(
    string Score,
    string Variant,
    string Target,
    ScoreValue Value,
    double? StandardError,
    long N,
    IReadOnlyList<string> Warnings)
{
    /// <summary>The <see cref="Target"/> of an entry that is the mean over several dichotomies: <c>(mean)</c>.</summary>
    public const string MeanTarget = "(mean)";

    /// <summary>Gets how the value stands against its null, or null when no null was asked for or none of its draws has a value.</summary>
    public NullSummary? Null { get; init; }

    /// <summary>Gets the interval of the value, or null when no resampling was asked for.</summary>
    public ScoreInterval? Interval { get; init; }

    /// <summary>Gets what the value can be and what it is without structure, or null when nothing is known.</summary>
    public ScoreBounds? Bounds { get; init; }

    /// <summary>Compares two entries by content, the warnings included.</summary>
    /// <param name="other">The other entry.</param>
    /// <returns>True when every part is equal.</returns>
    public bool Equals(ScoreEntry? other) => other is not null
        && Score == other.Score && Variant == other.Variant && Target == other.Target && Value == other.Value
        && StandardError.Equals(other.StandardError) && N == other.N && Null == other.Null && Interval == other.Interval && Bounds == other.Bounds
        && Warnings.SequenceEqual(other.Warnings);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Score, Variant, Target, Value, StandardError, N, Warnings.Count);
}
