namespace Geometry.Scores;

/// <summary>
/// Linear support vector machine with squared hinge loss: minimises |w|^2/2 + b^2/2 + C sum max(0, 1 - y (w.x + b))^2. The intercept is the
/// weight of an appended constant 1 and is regularised, which is the meaning of scikit-learn's LinearSVC with its defaults.
/// </summary>
public sealed record SupportVectorDecoder : LinearDecoder
{
    private readonly double _cost = 1;

    /// <summary>Gets the cost C of the loss against the norm of the weights, above 0. Default: 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a positive finite number.</exception>
    public double Cost
    {
        get => _cost;
        init => _cost = value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The cost of a support vector machine must be a positive finite number.");
    }

    private protected override string BaseName => "svm";

    internal override bool IsShiftInvariant => false;

    internal override DecoderSolver CreateSolver(DecoderData data) => new SquaredHingeSolver(data, this);
}
