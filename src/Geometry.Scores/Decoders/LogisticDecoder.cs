namespace Geometry.Scores;

/// <summary>
/// Logistic regression: minimises |w|^2/2 + C sum log(1 + exp(-y (w.x + b))). The intercept is not regularised, as in scikit-learn's
/// LogisticRegression with its defaults.
/// </summary>
public sealed record LogisticDecoder : LinearDecoder
{
    private readonly double _cost = 1;

    /// <summary>Gets the cost C of the loss against the norm of the weights, above 0. Default: 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a positive finite number.</exception>
    public double Cost
    {
        get => _cost;
        init => _cost = value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The cost of logistic regression must be a positive finite number.");
    }

    private protected override string BaseName => "logistic";

    internal override bool IsShiftInvariant => true;

    internal override DecoderSolver CreateSolver(DecoderData data) => new LogisticSolver(data, this);
}
