using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>One line of a <see cref="ScoreTable"/>.</summary>
/// <param name="Embedding">The column that was scored, for example <c>Hidden1</c>.</param>
/// <param name="Entry">The score.</param>
public sealed record ScoreRow(string Embedding, ScoreEntry Entry);
