namespace Geometry.Scores;

/// <summary>Ridge regression on targets of +1 and -1 by the normal equations, with the intercept as an unpenalised column.</summary>
internal sealed class LeastSquaresSolver(DecoderData data, LeastSquaresDecoder decoder) : DecoderSolver(data)
{
    private readonly double[] _factor = Scratch.Rent(data.Stride * data.Stride);
    private double[] _scales = [];

    /// <summary>Factorises the normal equations of a training set.</summary>
    /// <returns>False when all rows are equal, so that only the intercept can be fitted.</returns>
    public bool Factor(ReadOnlySpan<double> gram)
    {
        gram.CopyTo(_factor);
        var last = Data.Features;
        var total = gram[last * Data.Stride + last];
        double scatter = 0;
        double sum = 0;
        for (var i = 0; i < last; i++)
        {
            var mean = gram[i * Data.Stride + last];
            sum += gram[i * Data.Stride + i];
            scatter += gram[i * Data.Stride + i] - mean * mean / total;
        }

        if (!(scatter > 1e-14 * sum))
        {
            return false;
        }

        var ridge = decoder.RelativeRidge * scatter / Data.Width;
        for (var i = 0; i < last; i++)
        {
            _factor[i * Data.Stride + i] += ridge;
        }

        return Cholesky.Factor(_factor, Data.Stride, Data.Order, Update);
    }

    /// <summary>Solves for one right-hand side (sum of y x over the training rows), in place.</summary>
    public void SolveFactored(bool factored, double total, Span<double> rightHandSide)
    {
        if (factored)
        {
            Cholesky.Solve(_factor, Data.Stride, Data.Order, rightHandSide);
            return;
        }

        var mean = rightHandSide[Data.Features] / total;
        rightHandSide.Clear();
        rightHandSide[Data.Features] = mean;
    }

    public override void Release() => Scratch.Return(_factor);

    public override DecoderState? Solve(
        ReadOnlySpan<int> rows, sbyte[] side, ReadOnlySpan<double> trainingGram, DecoderState? start, Span<double> weights)
    {
        var (positive, negative) = SideWeights(rows, side, decoder.Weighting);
        if (_scales.Length < rows.Length)
        {
            _scales = new double[Data.Rows.Rows];
        }

        weights.Clear();
        double total = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            _scales[i] = side[rows[i]] > 0 ? positive : negative;
            total += _scales[i];
            VectorKernels.Add(side[rows[i]] * _scales[i], Data.Rows.PaddedRow(rows[i]), weights);
        }

        var gram = new double[Data.Stride * Data.Stride];
        Update.Symmetric(gram, Data.Stride, Data.Rows.Values, rows, _scales.AsSpan(0, rows.Length));
        SolveFactored(Factor(gram), total, weights);
        return null;
    }
}
