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

    /// <summary>
    /// Finds the variant that an entry is of. Parts of the entry's name that are settings match any setting: the number of folds, the name of
    /// a variable, a share, and the weighting of a decoder; shattering's measure and protocol match those that are listed.
    /// </summary>
    /// <param name="name">The entry's variant, such as <c>svm-balanced/5-fold/auc</c>.</param>
    /// <returns>The variant, or null when the score has none like that.</returns>
    public ScoreVariant? FindVariant(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var variable = name.IndexOf("by-variable:", StringComparison.Ordinal);
        var parts = (variable < 0 ? name : name[..variable] + "by-variable").Split('/').Select((part, i) =>
            i == 0 && part.EndsWith("-balanced", StringComparison.Ordinal) ? part[..^"-balanced".Length]
            : part.EndsWith("-fold", StringComparison.Ordinal) ? "10-fold"
            : part.StartsWith("variance-count-", StringComparison.Ordinal) ? "variance-count-0.9"
            : part).ToArray();
        if (Name == Shattering.Name && parts.Length > 2)
        {
            (parts[1], parts[2]) = ("10-fold", "accuracy");
        }

        return Variants.FirstOrDefault(v => v.Name == name) ?? Variants.FirstOrDefault(v => v.Name == string.Join('/', parts));
    }
}
