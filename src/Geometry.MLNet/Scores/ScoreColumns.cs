namespace Geometry.MLNet;

/// <summary>The columns that a score looks at.</summary>
/// <param name="Embedding">The column that is scored.</param>
/// <param name="Conditions">The columns whose combinations of values are the conditions.</param>
/// <param name="Target">The column that divides the conditions, or null.</param>
/// <param name="Input">The column of the inputs, or null.</param>
internal sealed record ScoreColumns(string Embedding, IReadOnlyList<string> Conditions, string? Target, string? Input);
