namespace Geometry.Scores;

/// <summary>Fits decoders one after another in one thread; its buffers are reused.</summary>
internal abstract class DecoderSolver(DecoderData data)
{
    protected DecoderData Data { get; } = data;

    protected RankUpdate Update { get; } = new();

    /// <summary>Fits one decoder.</summary>
    /// <param name="rows">The training rows, ascending.</param>
    /// <param name="side">The side of every row of the data: +1 or -1.</param>
    /// <param name="trainingGram">Sum of x x^T over the training rows (upper triangle), or empty when nobody has computed it.</param>
    /// <param name="start">The solution of a similar problem to start from, or null.</param>
    /// <param name="weights">Receives the weights, the intercept last.</param>
    /// <returns>What a later fit can start from, or null when this solver has no use for it.</returns>
    public abstract DecoderState? Solve(
        ReadOnlySpan<int> rows, sbyte[] side, ReadOnlySpan<double> trainingGram, DecoderState? start, Span<double> weights);

    /// <summary>Gives large buffers back; the solver must not be used afterwards.</summary>
    public virtual void Release()
    {
    }

    /// <summary>The weight of a row of each side.</summary>
    protected static (double Positive, double Negative) SideWeights(ReadOnlySpan<int> rows, sbyte[] side, ClassWeighting weighting)
    {
        if (weighting == ClassWeighting.None)
        {
            return (1, 1);
        }

        var positive = 0;
        foreach (var row in rows)
        {
            positive += side[row] > 0 ? 1 : 0;
        }

        // Shuffled labels may leave a side without training rows.
        return positive == 0 || positive == rows.Length ? (1, 1) : (rows.Length / (2.0 * positive), rows.Length / (2.0 * (rows.Length - positive)));
    }

    /// <summary>
    /// Factorises a matrix that is positive definite but for rounding: when numbers are so large that the penalty is lost, the least
    /// multiple of the identity (in steps of ten) that makes it so is added.
    /// </summary>
    /// <exception cref="InvalidOperationException">The matrix holds numbers beyond double precision.</exception>
    protected void FactorDefinite(ReadOnlySpan<double> matrix, double[] factor)
    {
        double largest = 0;
        for (var i = 0; i < Data.Order; i++)
        {
            largest = Math.Max(largest, matrix[i * Data.Stride + i]);
        }

        if (!double.IsFinite(largest))
        {
            throw new InvalidOperationException("A decoder met numbers beyond double precision. Lower its cost or scale the representation down.");
        }

        matrix.CopyTo(factor);
        for (var jitter = 1e-16 * largest; !Cholesky.Factor(factor, Data.Stride, Data.Order, Update); jitter *= 10)
        {
            matrix.CopyTo(factor);
            for (var i = 0; i < Data.Order; i++)
            {
                factor[i * Data.Stride + i] += jitter;
            }
        }
    }
}
