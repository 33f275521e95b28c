namespace Geometry.Scores;

/// <summary>What there is to know about a score, as data.</summary>
public sealed record ScoreDefinition
{
    /// <summary>Gets the name by which pipelines, tables and the command line call the score.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name for headings and figures.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Gets what the score says about a representation, in one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the smallest value that the score can take in any variant; negative infinity when there is none.</summary>
    public required double Minimum { get; init; }

    /// <summary>Gets the largest value that the score can take in any variant; positive infinity when there is none.</summary>
    public required double Maximum { get; init; }

    /// <summary>Gets the value that a representation without the property has on average, or null when it depends on the data.</summary>
    public double? Chance { get; init; }

    /// <summary>Gets which way is better.</summary>
    public required ScoreDirection Better { get; init; }

    /// <summary>Gets over what <see cref="ScoreEntry.StandardError"/> is taken, or that there is none.</summary>
    public required string StandardErrorMeaning { get; init; }

    /// <summary>Gets what <see cref="ScoreEntry.N"/> counts.</summary>
    public required string CountMeaning { get; init; }

    /// <summary>Gets the variants; the first one is the default.</summary>
    public required IReadOnlyList<ScoreVariant> Variants { get; init; }
}
