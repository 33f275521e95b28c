namespace Geometry.Scores;

/// <summary>
/// Least squares with a small ridge: minimises sum (y - w.x - b)^2 + a |w|^2, where a is <see cref="RelativeRidge"/> times the mean over
/// units of the units' sum of squared deviations in the training rows. The intercept is not regularised. Scaling or shifting the
/// representation does not change the decisions.
/// </summary>
public sealed record LeastSquaresDecoder : LinearDecoder
{
    /// <summary>The default of <see cref="RelativeRidge"/>: 0.001.</summary>
    public const double DefaultRelativeRidge = 1e-3;

    private readonly double _relativeRidge = DefaultRelativeRidge;

    /// <summary>Gets the ridge relative to the mean diagonal of the centred scatter matrix, above 0. Default: 0.001.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a positive finite number.</exception>
    public double RelativeRidge
    {
        get => _relativeRidge;
        init => _relativeRidge = value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The relative ridge of least squares must be a positive finite number.");
    }

    private protected override string BaseName => "least-squares";

    internal override bool IsShiftInvariant => true;

    internal override bool CanStartFromState => false;

    internal override bool NeedsOnlyMoments => Weighting == ClassWeighting.None;

    internal override DecoderSolver CreateSolver(DecoderData data) => new LeastSquaresSolver(data, this);
}
