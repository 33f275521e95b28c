namespace Geometry.Scores;

/// <summary>One named way to compute a score.</summary>
/// <param name="Name">The name as it appears in <see cref="ScoreEntry.Variant"/>; parts are joined by a slash.</param>
/// <param name="Description">What it does, in one sentence.</param>
/// <param name="Invariances">Transformations of the representation that leave this variant unchanged.</param>
/// <param name="Source">Where the formula or the protocol comes from.</param>
public sealed record ScoreVariant(string Name, string Description, ScoreInvariances Invariances, string Source);
