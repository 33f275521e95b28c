using Geometry.Scores;

namespace Geometry.Experiments;

/// <summary>What of a table to score, and how. Columns are selected by names, ranges (<c>f0..f99</c>) and prefixes (<c>f*</c>) with commas between them.</summary>
public sealed record TableScoringOptions
{
    /// <summary>Gets the embeddings: for each a name for the result and its columns.</summary>
    public required IReadOnlyList<(string Name, string Selection)> Embeddings { get; init; }

    /// <summary>Gets the columns whose combinations of values are the conditions.</summary>
    public required string Conditions { get; init; }

    /// <summary>Gets the target columns, each scored by itself; null for every balanced dichotomy of the conditions.</summary>
    public string? Targets { get; init; }

    /// <summary>Gets the inputs to align with: a name for the result and their columns; null for none.</summary>
    public (string Name, string Selection)? Input { get; init; }

    /// <summary>Gets the scores, out of <see cref="TableScoring.Scores"/>. Default: CCGP, decodability and, with a target or an input, alignment.</summary>
    public IReadOnlyList<string>? Scores { get; init; }

    /// <summary>Gets the settings of the scores; of two for one field the later one counts. Default: none, so that the steps' defaults hold.</summary>
    public IReadOnlyList<TableSetting> Settings { get; init; } = [];

    /// <summary>Gets where it is said what the scores will cost, before they are computed; null for nowhere. Default: null.</summary>
    public Action<ScoreCost>? CostKnown { get; init; }

    /// <summary>Gets what is told of the progress, score by score, where the scores take the place of cells; null for nothing. Default: null.</summary>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>Gets the seed of folds and draws. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Gets how many threads work, at most. Default: one a processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
