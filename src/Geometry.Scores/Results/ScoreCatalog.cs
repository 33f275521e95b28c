namespace Geometry.Scores;

/// <summary>All scores of this library with their variants.</summary>
public static partial class ScoreCatalog
{
    private const ScoreInvariances Similarity = ScoreInvariances.Rotation | ScoreInvariances.Scale | ScoreInvariances.Shift;
    private const ScoreInvariances RotationAndShift = ScoreInvariances.Rotation | ScoreInvariances.Shift;

    /// <summary>Gets the scores in the order in which they are documented.</summary>
    public static IReadOnlyList<ScoreDefinition> All { get; } =
    [
        AlignmentDefinition(), DecodabilityDefinition(), ShatteringDefinition(), CcgpDefinition(), ParallelismDefinition(), DimensionDefinition(),
        CollapseDefinition(), RdmDefinition(),
    ];

    /// <summary>Finds a score by name.</summary>
    /// <param name="name">The name, such as <c>ccgp</c>, in any case.</param>
    /// <returns>The definition, or null when there is no such score.</returns>
    public static ScoreDefinition? Find(string name) => All.FirstOrDefault(score => string.Equals(score.Name, name, StringComparison.OrdinalIgnoreCase));
}
