namespace Geometry.Scores;

/// <summary>
/// Primal Newton method with exact line search for the L2-loss support vector machine. The loss is quadratic on the active rows (those
/// with y f &lt; 1), so the method ends at the exact minimum after finitely many steps. The matrix of the active rows is kept up to date
/// by adding and removing the rows that changed.
/// </summary>
internal sealed class SquaredHingeSolver(DecoderData data, SupportVectorDecoder decoder) : DecoderSolver(data)
{
    private const int MaximumSteps = 200;

    // Rows this close to the margin add nothing to the gradient, so it does not matter on which side of it they are.
    private const double MarginTolerance = 1e-10;
    private const double RelativeTolerance = 1e-12;
    private readonly int _weightClasses = decoder.Weighting == ClassWeighting.Balanced ? 2 : 1;
    private readonly ActiveRows _active = new(data, decoder.Weighting == ClassWeighting.Balanced ? 2 : 1);
    private readonly double[] _hessian = new double[data.Stride * data.Stride];
    private readonly double[] _factor = new double[data.Stride * data.Stride];
    private readonly double[] _target = new double[data.Stride];
    private readonly double[] _direction = new double[data.Stride];
    private readonly double[] _decisions = new double[data.Rows.Rows];
    private readonly double[] _targetDecisions = new double[data.Rows.Rows];
    private readonly bool[] _wanted = new bool[data.Rows.Rows];

    public override DecoderState? Solve(
        ReadOnlySpan<int> rows, sbyte[] side, ReadOnlySpan<double> trainingGram, DecoderState? start, Span<double> weights)
    {
        var (positive, negative) = SideWeights(rows, side, decoder.Weighting);
        var costs = new Costs(2 * decoder.Cost * positive, 2 * decoder.Cost * negative);
        weights.Clear();
        start?.Weights.AsSpan().CopyTo(weights);
        Decide(rows, weights, _decisions);
        WantActive(rows, side, _decisions);
        _active.Begin(rows, side, _wanted, _weightClasses == 1 ? trainingGram : [], start);
        for (var step = 0; step < MaximumSteps; step++)
        {
            SolveQuadratic(rows, side, costs);
            Decide(rows, _target, _targetDecisions);
            if (IsConsistent(rows, side) || IsClose(weights))
            {
                break;
            }

            var length = LineSearch(rows, side, costs, weights);
            VectorKernels.Add(length, _direction, weights);
            foreach (var row in rows)
            {
                _decisions[row] += length * (_targetDecisions[row] - _decisions[row]);
            }

            WantActive(rows, side, _decisions);
            _active.MoveTo(rows, side, _wanted);
        }

        _target.CopyTo(weights);
        return start is null ? _active.ToState(weights) : null;
    }

    /// <summary>Minimises the quadratic of the rows that are active now.</summary>
    private void SolveQuadratic(ReadOnlySpan<int> rows, sbyte[] side, Costs costs)
    {
        VectorKernels.Scale(costs.Positive, _active.Gram[0], _hessian);
        if (_weightClasses == 2)
        {
            VectorKernels.Add(costs.Negative, _active.Gram[1], _hessian);
        }

        for (var i = 0; i < Data.Order; i++)
        {
            _hessian[i * Data.Stride + i] += 1;
        }

        // The right-hand side is summed afresh, so that sums that cancel exactly give weights that are exactly zero.
        _target.AsSpan().Clear();
        foreach (var row in rows)
        {
            if (_active.Contains(row))
            {
                VectorKernels.Add(costs.Of(side[row]) * side[row], Data.Rows.PaddedRow(row), _target);
            }
        }

        FactorDefinite(_hessian, _factor);
        Cholesky.Solve(_factor, Data.Stride, Data.Order, _target);
    }

    private void Decide(ReadOnlySpan<int> rows, ReadOnlySpan<double> weights, double[] decisions)
    {
        foreach (var row in rows)
        {
            decisions[row] = VectorKernels.Dot(Data.Rows.PaddedRow(row), weights);
        }
    }

    private void WantActive(ReadOnlySpan<int> rows, sbyte[] side, double[] decisions)
    {
        foreach (var row in rows)
        {
            _wanted[row] = side[row] * decisions[row] < 1;
        }
    }

    /// <summary>Whether the minimum of the quadratic has the active rows that the quadratic was made of, so that it is the answer.</summary>
    private bool IsConsistent(ReadOnlySpan<int> rows, sbyte[] side)
    {
        foreach (var row in rows)
        {
            var slack = 1 - side[row] * _targetDecisions[row];
            if ((slack > 0) != _active.Contains(row) && Math.Abs(slack) > MarginTolerance)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes the direction; true when the step is within rounding.</summary>
    private bool IsClose(ReadOnlySpan<double> weights)
    {
        _target.CopyTo(_direction, 0);
        VectorKernels.Add(-1, weights, _direction);
        return VectorKernels.Dot(_direction, _direction) <= RelativeTolerance * RelativeTolerance * VectorKernels.Dot(_target, _target);
    }

    /// <summary>The step length at which the objective along the direction is least: the root of an increasing, piecewise linear function.</summary>
    private double LineSearch(ReadOnlySpan<int> rows, sbyte[] side, Costs costs, ReadOnlySpan<double> weights)
    {
        var constant = VectorKernels.Dot(weights, _direction);
        var square = VectorKernels.Dot(_direction, _direction);
        double low = 0;
        var high = double.PositiveInfinity;
        var length = 1.0;
        for (var step = 0; step < 50; step++)
        {
            var slope = constant + length * square;
            var curvature = square;
            foreach (var row in rows)
            {
                var change = _targetDecisions[row] - _decisions[row];
                var decision = _decisions[row] + length * change;
                if (side[row] * decision < 1)
                {
                    var cost = costs.Of(side[row]);
                    slope += cost * (decision - side[row]) * change;
                    curvature += cost * change * change;
                }
            }

            if (slope > 0)
            {
                high = length;
            }
            else
            {
                low = length;
            }

            var next = length - slope / curvature;
            if (!(next > low && next < high))
            {
                next = double.IsInfinity(high) ? 2 * length : (low + high) / 2;
            }

            if (Math.Abs(next - length) <= 1e-13 * length || slope == 0)
            {
                return next;
            }

            length = next;
        }

        return length;
    }

    private readonly record struct Costs(double Positive, double Negative)
    {
        public double Of(sbyte side) => side > 0 ? Positive : Negative;
    }
}
