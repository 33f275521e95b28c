using System.Globalization;

namespace Geometry.Scores;

/// <summary>How dimension is measured.</summary>
public sealed record DimensionOptions
{
    private readonly double _varianceShare = 0.9;

    /// <summary>Gets how directions are counted. Default: <see cref="DimensionMeasure.ParticipationRatio"/>.</summary>
    public DimensionMeasure Measure { get; init; } = DimensionMeasure.ParticipationRatio;

    /// <summary>Gets the share of the variance for <see cref="DimensionMeasure.VarianceCount"/>, above 0 and at most 1. Default: 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0 and at most 1.</exception>
    public double VarianceShare
    {
        get => _varianceShare;
        init => _varianceShare = value is > 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The share of the variance lies above 0 and is at most 1.");
    }

    /// <summary>Gets the first part of the variant's name.</summary>
    internal string MeasureName => Measure switch
    {
        DimensionMeasure.ParticipationRatio => "participation-ratio",
        DimensionMeasure.CorrectedParticipationRatio => "corrected-participation-ratio",
        DimensionMeasure.EntropyRank => "entropy-rank",
        DimensionMeasure.VarianceCount => string.Create(CultureInfo.InvariantCulture, $"variance-count-{VarianceShare}"),
        _ => throw new InvalidOperationException($"Unknown measure {Measure}."),
    };
}
