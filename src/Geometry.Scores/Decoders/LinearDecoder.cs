namespace Geometry.Scores;

/// <summary>
/// A way to find the weights w and intercept b of a linear classifier sign(w.x + b). Targets are +1 and -1. Fits are exact minima
/// (to rounding), not results of a fixed number of steps.
/// </summary>
public abstract record LinearDecoder
{
    private protected LinearDecoder()
    {
    }

    /// <summary>Gets the L2-loss support vector machine with cost 1.</summary>
    public static LinearDecoder SupportVector { get; } = new SupportVectorDecoder();

    /// <summary>Gets least squares with the default small ridge.</summary>
    public static LinearDecoder LeastSquares { get; } = new LeastSquaresDecoder();

    /// <summary>Gets logistic regression with cost 1.</summary>
    public static LinearDecoder Logistic { get; } = new LogisticDecoder();

    /// <summary>Gets the weight of the rows. Default: <see cref="ClassWeighting.None"/>.</summary>
    public ClassWeighting Weighting { get; init; } = ClassWeighting.None;

    /// <summary>Gets the name that begins the variant of a score, such as <c>svm</c> or <c>svm-balanced</c>.</summary>
    public string Name => Weighting == ClassWeighting.Balanced ? BaseName + "-balanced" : BaseName;

    private protected abstract string BaseName { get; }

    /// <summary>Gets whether adding a vector to all rows changes nothing but the intercept, so that data may be centred first.</summary>
    internal abstract bool IsShiftInvariant { get; }

    /// <summary>Gets whether a fit needs only sums of products over its training rows.</summary>
    internal virtual bool NeedsOnlyMoments => false;

    /// <summary>Gets whether a fit is cheaper when it starts from the solution of a similar problem.</summary>
    internal virtual bool CanStartFromState => true;

    /// <summary>Finds a classifier for one division of the rows.</summary>
    /// <param name="representation">The responses, one row a training example.</param>
    /// <param name="positive">For each row whether it is on the positive side; both sides must occur.</param>
    /// <returns>The classifier.</returns>
    /// <exception cref="ArgumentException">The lengths differ or one side is empty.</exception>
    public LinearClassifier Fit(Representation representation, ReadOnlySpan<bool> positive)
    {
        ArgumentNullException.ThrowIfNull(representation);
        if (positive.Length != representation.Rows)
        {
            throw new ArgumentException($"There are {representation.Rows} rows, but {positive.Length} targets.", nameof(positive));
        }

        var side = new sbyte[positive.Length];
        for (var i = 0; i < side.Length; i++)
        {
            side[i] = positive[i] ? (sbyte)1 : (sbyte)-1;
        }

        if (!side.Contains((sbyte)1) || !side.Contains((sbyte)-1))
        {
            throw new ArgumentException("All rows are on one side; a classifier needs rows of both.", nameof(positive));
        }

        using var data = DecoderData.Of(representation, IsShiftInvariant);
        LinearClassifier? result = null;
        var engine = new DecoderEngine(data, this, 1);
        engine.Run([side], [new TrainingSet([0])], [new DecoderFit(0, 0)], (_, weights) => result = data.ToClassifier(weights, representation));
        return result!;
    }

    /// <summary>Makes the solver of one thread.</summary>
    internal abstract DecoderSolver CreateSolver(DecoderData data);
}
