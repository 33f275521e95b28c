namespace Geometry.Scores;

/// <summary>What a value can be, and what it is without structure: to be read beside it. A part that is not known is null.</summary>
/// <param name="Floor">The value of a representation whose rows are equidistant, so that no division of them is favoured.</param>
/// <param name="Least">The least value that goes with what else is known of the representation.</param>
/// <param name="Ceiling">The largest value that goes with what else is known of the representation.</param>
public sealed record ScoreBounds(double? Floor, double? Least, double? Ceiling)
{
    /// <summary>The mean of each part, which bounds the mean of the values; null where some have none.</summary>
    internal static ScoreBounds? MeanOf(IReadOnlyList<ScoreBounds?> parts)
    {
        double? Mean(Func<ScoreBounds, double?> part) => parts.All(p => p is not null && part(p) is not null) ? parts.Average(p => part(p!)) : null;
        return new ScoreBounds(Mean(p => p.Floor), Mean(p => p.Least), Mean(p => p.Ceiling)).OrNull();
    }

    /// <summary>Itself, or null when no part is known.</summary>
    internal ScoreBounds? OrNull() => Floor is null && Least is null && Ceiling is null ? null : this;
}
