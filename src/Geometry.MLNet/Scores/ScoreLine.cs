using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>An entry of a score as JSON has it, in annotations of columns and in model files.</summary>
internal sealed record ScoreLine(
    string Score, string Variant, string Target, double? Value, string? Reason, double? StandardError, long N, IReadOnlyList<string> Warnings,
    NullSummary? Null, ScoreInterval? Interval, ScoreBounds? Bounds)
{
    /// <summary>Describes an entry.</summary>
    public static ScoreLine Of(ScoreEntry entry) => new(
        entry.Score, entry.Variant, entry.Target, entry.Value.ToNullable(), entry.Value.IsDefined ? null : entry.Value.Reason, entry.StandardError, entry.N,
        entry.Warnings, entry.Null, entry.Interval, entry.Bounds);

    /// <summary>Makes the entry again.</summary>
    /// <exception cref="FormatException">It has neither a value nor a reason why there is none.</exception>
    public ScoreEntry ToEntry() => new(
        Score, Variant, Target,
        Value is { } value ? ScoreValue.Of(value) : ScoreValue.Undefined(Reason ?? throw new FormatException($"the score '{Score}' has neither a value nor a reason")),
        StandardError, N, Warnings)
    {
        Null = Null, Interval = Interval, Bounds = Bounds,
    };
}
