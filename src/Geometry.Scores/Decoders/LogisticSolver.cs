namespace Geometry.Scores;

/// <summary>Newton's method with step halving for the L2-regularised logistic loss.</summary>
internal sealed class LogisticSolver(DecoderData data, LogisticDecoder decoder) : DecoderSolver(data)
{
    private const int MaximumSteps = 100;
    private const double RelativeTolerance = 1e-10;
    private readonly double[] _hessian = new double[data.Stride * data.Stride];
    private readonly double[] _factor = new double[data.Stride * data.Stride];
    private readonly double[] _gradient = new double[data.Stride];
    private readonly double[] _trial = new double[data.Stride];
    private readonly double[] _curvature = new double[data.Rows.Rows];
    private readonly double[] _decisions = new double[data.Rows.Rows];

    public override DecoderState? Solve(
        ReadOnlySpan<int> rows, sbyte[] side, ReadOnlySpan<double> trainingGram, DecoderState? start, Span<double> weights)
    {
        var (positive, negative) = SideWeights(rows, side, decoder.Weighting);
        weights.Clear();
        start?.Weights.AsSpan().CopyTo(weights);
        double firstGradient = 0;
        var objective = Objective(rows, side, positive, negative, weights);
        for (var step = 0; step < MaximumSteps; step++)
        {
            var gradient = Linearise(rows, side, positive, negative, weights);
            firstGradient = Math.Max(firstGradient, step == 0 ? ReferenceGradient(rows, side, positive, negative) : 0);
            if (gradient <= RelativeTolerance * firstGradient)
            {
                break;
            }

            FactorDefinite(_hessian, _factor);
            Cholesky.Solve(_factor, Data.Stride, Data.Order, _gradient);
            if (!Descend(rows, side, positive, negative, weights, ref objective))
            {
                break;
            }
        }

        return start is null ? new DecoderState(weights.ToArray(), [], []) : null;
    }

    /// <summary>Steps along minus the solved gradient, halving until the objective falls.</summary>
    private bool Descend(ReadOnlySpan<int> rows, sbyte[] side, double positive, double negative, Span<double> weights, ref double objective)
    {
        for (var length = 1.0; length > 1e-9; length /= 2)
        {
            weights.CopyTo(_trial);
            VectorKernels.Add(-length, _gradient, _trial);
            var value = Objective(rows, side, positive, negative, _trial);
            if (value < objective)
            {
                objective = value;
                _trial.CopyTo(weights);
                return true;
            }
        }

        return false;
    }

    private double Objective(ReadOnlySpan<int> rows, sbyte[] side, double positive, double negative, ReadOnlySpan<double> weights)
    {
        double loss = 0;
        foreach (var row in rows)
        {
            var decision = VectorKernels.Dot(Data.Rows.PaddedRow(row), weights);
            _decisions[row] = decision;
            var margin = side[row] * decision;
            loss += (side[row] > 0 ? positive : negative) * (Math.Max(0, -margin) + Math.Log(1 + Math.Exp(-Math.Abs(margin))));
        }

        return PenalisedSquare(weights) / 2 + decoder.Cost * loss;
    }

    /// <summary>Writes gradient and Hessian at the weights whose decisions were computed last; returns the gradient's norm.</summary>
    private double Linearise(ReadOnlySpan<int> rows, sbyte[] side, double positive, double negative, ReadOnlySpan<double> weights)
    {
        _ = Objective(rows, side, positive, negative, weights);
        weights.CopyTo(_gradient);
        _gradient[Data.Features] = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var cost = decoder.Cost * (side[row] > 0 ? positive : negative);
            var miss = 1 / (1 + Math.Exp(side[row] * _decisions[row]));
            _curvature[i] = cost * miss * (1 - miss);
            VectorKernels.Add(-cost * side[row] * miss, Data.Rows.PaddedRow(row), _gradient);
        }

        _hessian.AsSpan().Clear();
        Update.Symmetric(_hessian, Data.Stride, Data.Rows.Values, rows, _curvature.AsSpan(0, rows.Length));
        for (var i = 0; i < Data.Features; i++)
        {
            _hessian[i * Data.Stride + i] += 1;
        }

        return Math.Sqrt(VectorKernels.Dot(_gradient, _gradient));
    }

    /// <summary>The gradient's norm at zero weights, the scale against which convergence is judged.</summary>
    private double ReferenceGradient(ReadOnlySpan<int> rows, sbyte[] side, double positive, double negative)
    {
        _trial.AsSpan().Clear();
        foreach (var row in rows)
        {
            VectorKernels.Add(decoder.Cost * (side[row] > 0 ? positive : negative) * side[row] / 2, Data.Rows.PaddedRow(row), _trial);
        }

        return Math.Max(double.Epsilon, Math.Sqrt(VectorKernels.Dot(_trial, _trial)));
    }

    private double PenalisedSquare(ReadOnlySpan<double> weights) =>
        VectorKernels.Dot(weights, weights) - weights[Data.Features] * weights[Data.Features];
}
