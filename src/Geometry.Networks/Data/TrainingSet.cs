namespace Geometry.Networks;

/// <summary>Rows to train on: features and targets. Checked when made; the memory is not copied and must not change while in use.</summary>
public sealed class TrainingSet
{
    /// <summary>Puts features and targets together.</summary>
    /// <param name="features">Rows x width, row-major, all finite.</param>
    /// <param name="width">The number of features; at least 1.</param>
    /// <param name="targets">The targets of the same rows.</param>
    /// <exception cref="ArgumentException">A feature is NaN or infinite (the message names row and column), or the number of rows differs.</exception>
    public TrainingSet(ReadOnlyMemory<float> features, int width, TrainingTargets targets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentNullException.ThrowIfNull(targets);
        if (features.Length % width != 0 || features.Length / width != targets.Rows)
        {
            throw new ArgumentException(
                $"{features.Length} feature values do not make {targets.Rows} rows of {width}: features and targets must have the same rows.");
        }

        FiniteValues.Require(features.Span, width, "feature");
        Features = features;
        Width = width;
        Targets = targets;
    }

    /// <summary>Gets the features, rows x width, row-major.</summary>
    public ReadOnlyMemory<float> Features { get; }

    /// <summary>Gets the number of features.</summary>
    public int Width { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Rows => Targets.Rows;

    /// <summary>Gets the targets.</summary>
    public TrainingTargets Targets { get; }
}
