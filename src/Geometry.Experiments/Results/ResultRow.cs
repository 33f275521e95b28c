using Geometry.MLNet;
using Geometry.Scores;

namespace Geometry.Experiments;

/// <summary>One score of one layer of one network.</summary>
public sealed record ResultRow
{
    /// <summary>Gets the name of the experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>Gets the key of the cell; see <see cref="Cell.Key"/>.</summary>
    public required string Cell { get; init; }

    /// <summary>Gets what distinguishes the cell beyond nonlinearity and seed; see <see cref="Cell.Setting"/>. Not a column of the file.</summary>
    public string Setting { get; init; } = "";

    /// <summary>Gets the nonlinearity of the network; empty where there is none.</summary>
    public string Nonlinearity { get; init; } = "";

    /// <summary>Gets the seed of the network, or null where nothing was trained.</summary>
    public long? Seed { get; init; }

    /// <summary>Gets the number of passes over the rows that the network had been trained for, or null where nothing was trained.</summary>
    public int? Epoch { get; init; }

    /// <summary>Gets the column that was scored.</summary>
    public required string Layer { get; init; }

    /// <summary>Gets the score.</summary>
    public required string Score { get; init; }

    /// <summary>Gets the variant of the score.</summary>
    public required string Variant { get; init; }

    /// <summary>Gets what the layer was scored against, such as a dichotomy or a column.</summary>
    public required string Target { get; init; }

    /// <summary>Gets the value, or null where the data do not define it.</summary>
    public double? Value { get; init; }

    /// <summary>Gets the standard error, or null where there is none.</summary>
    public double? StandardError { get; init; }

    /// <summary>Gets on how many items the value rests; the score says of what kind.</summary>
    public long N { get; init; }

    /// <summary>Gets why there is no value; empty where there is one.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Gets the mean of the null, or null where there is none.</summary>
    public double? NullMean { get; init; }

    /// <summary>Gets the p-value against the null, or null where there is none.</summary>
    public double? PValue { get; init; }

    /// <summary>Gets the lower end of the interval, or null where there is none.</summary>
    public double? IntervalLow { get; init; }

    /// <summary>Gets the upper end of the interval, or null where there is none.</summary>
    public double? IntervalHigh { get; init; }

    /// <summary>Gets the value of a representation without structure, or null where it is not known.</summary>
    public double? Floor { get; init; }

    /// <summary>Gets the least value that goes with what else is known of the representation, or null.</summary>
    public double? Least { get; init; }

    /// <summary>Gets the largest value that goes with what else is known of the representation, or null.</summary>
    public double? Ceiling { get; init; }

    /// <summary>Gets what to keep in mind about the value. Not a column of the file.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Makes the row of a score.</summary>
    internal static ResultRow Of(string experiment, string cell, ScoreRow score)
    {
        ScoreEntry entry = score.Entry;
        return new ResultRow
        {
            Experiment = experiment,
            Cell = cell,
            Layer = score.Embedding,
            Score = entry.Score,
            Variant = entry.Variant,
            Target = entry.Target,
            Value = entry.Value.ToNullable(),
            StandardError = entry.StandardError,
            N = entry.N,
            Reason = entry.Value.Reason ?? "",
            NullMean = entry.Null?.Mean,
            PValue = entry.Null?.PValue,
            IntervalLow = entry.Interval?.Lower,
            IntervalHigh = entry.Interval?.Upper,
            Floor = entry.Bounds?.Floor,
            Least = entry.Bounds?.Least,
            Ceiling = entry.Bounds?.Ceiling,
            Warnings = entry.Warnings,
        };
    }
}
