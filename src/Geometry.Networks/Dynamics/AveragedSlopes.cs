namespace Geometry.Networks;

/// <summary>
/// The first two derivatives of a nonlinearity averaged over Gaussian noise of its argument: E[f'(u + s xi)] and, by Stein's identity,
/// E[f''(u + s xi)] = E[xi f'(u + s xi)] / s, which exists where f has kinks too.
/// </summary>
/// <remarks>
/// A jump of f' of size d at t adds d Phi((u - t) / s) and d phi((u - t) / s) / s, exactly; what is left of f' is continuous and averaged by
/// Gauss-Hermite quadrature. Piecewise linear functions have only the exact part.
/// </remarks>
internal sealed class AveragedSlopes
{
    private readonly Nonlinearity _nonlinearity;
    private readonly ScalarFunction? _scalar;
    private readonly double[] _nodes, _weights;
    private readonly double _constant;
    private double[] _points = [], _values = [], _slopes = [];

    public AveragedSlopes(Nonlinearity nonlinearity, int nodes)
    {
        _nonlinearity = nonlinearity;
        _scalar = nonlinearity.Scalar;
        (_nodes, _weights) = GaussHermite.Rule(nodes);
        if (_scalar is { IsPiecewiseLinear: true })
        {
            _constant = Remainder(_scalar.Jumps.Select(jump => jump.At).DefaultIfEmpty().Min() - 1);
        }
    }

    /// <summary>Gets whether neurons can be computed one at a time without loss of speed.</summary>
    public bool IsScalar => _scalar is not null;

    /// <summary>Gets where the derivative jumps, or null where that is not known.</summary>
    public double[]? Kinks => _scalar is null ? null : [.. _scalar.Jumps.Select(jump => jump.At)];

    /// <summary>Computes values and derivatives without noise.</summary>
    public void Evaluate(ReadOnlySpan<double> u, Span<double> values, Span<double> slopes)
    {
        if (_scalar is null)
        {
            _nonlinearity.Evaluate(u, values, slopes);
            return;
        }

        for (int i = 0; i < u.Length; i++)
        {
            slopes[i] = _scalar.Slope(u[i]);
        }

        if (values.Length > 0)
        {
            for (int i = 0; i < u.Length; i++)
            {
                values[i] = _scalar.Value(u[i]);
            }
        }
    }

    /// <summary>Computes averages.</summary>
    /// <param name="u">The noise-free arguments.</param>
    /// <param name="scales">The standard deviation of the noise of each argument; 0 for none.</param>
    /// <param name="values">Receives E[f], or is empty where it is not wanted.</param>
    /// <param name="slopes">Receives E[f'].</param>
    /// <param name="curvatures">Receives E[f''], or 0 where there is no noise.</param>
    public void Evaluate(ReadOnlySpan<double> u, ReadOnlySpan<double> scales, Span<double> values, Span<double> slopes, Span<double> curvatures)
    {
        if (_scalar is null)
        {
            EvaluateTensors(u, scales, values, slopes, curvatures);
            return;
        }

        for (int i = 0; i < u.Length; i++)
        {
            double s = scales[i];
            if (s == 0)
            {
                slopes[i] = _scalar.Slope(u[i]);
                curvatures[i] = 0;
            }
            else
            {
                (slopes[i], curvatures[i]) = Average(u[i], s);
            }

            if (values.Length > 0)
            {
                values[i] = s == 0 ? _scalar.Value(u[i]) : AverageValue(u[i], s);
            }
        }
    }

    private double Remainder(double u)
    {
        double slope = _scalar!.Slope(u);
        foreach ((double at, double size) in _scalar.Jumps)
        {
            slope -= u > at ? size : 0;
        }

        return slope;
    }

    private (double Slope, double Curvature) Average(double u, double s)
    {
        double slope = 0, curvature = 0;
        if (_scalar!.IsPiecewiseLinear)
        {
            slope = _constant;
        }
        else
        {
            for (int i = 0; i < _nodes.Length; i++)
            {
                double term = _weights[i] * Remainder(u + (s * _nodes[i]));
                slope += term;
                curvature += term * _nodes[i];
            }
        }

        foreach ((double at, double size) in _scalar.Jumps)
        {
            double z = (u - at) / s;
            slope += size * NormalLaw.Cdf(z);
            curvature += size * NormalLaw.Density(z);
        }

        return (slope, curvature / s);
    }

    private double AverageValue(double u, double s)
    {
        double sum = 0;
        for (int i = 0; i < _nodes.Length; i++)
        {
            sum += _weights[i] * _scalar!.Value(u + (s * _nodes[i]));
        }

        return sum;
    }

    // All nodes of all arguments in one call, since a call of tensor operations costs more than what it computes.
    private void EvaluateTensors(ReadOnlySpan<double> u, ReadOnlySpan<double> scales, Span<double> values, Span<double> slopes, Span<double> curvatures)
    {
        int count = u.Length;
        if (_points.Length != count * _nodes.Length)
        {
            _points = new double[count * _nodes.Length];
            _values = new double[_points.Length];
            _slopes = new double[_points.Length];
        }

        for (int node = 0; node < _nodes.Length; node++)
        {
            for (int i = 0; i < count; i++)
            {
                _points[(node * count) + i] = u[i] + (scales[i] * _nodes[node]);
            }
        }

        _nonlinearity.Evaluate(_points, _values, _slopes);
        slopes.Clear();
        curvatures.Clear();
        values.Clear();
        for (int node = 0; node < _nodes.Length; node++)
        {
            for (int i = 0; i < count; i++)
            {
                double term = _weights[node] * _slopes[(node * count) + i];
                slopes[i] += term;
                curvatures[i] += scales[i] == 0 ? 0 : term * _nodes[node] / scales[i];
                if (values.Length > 0)
                {
                    values[i] += _weights[node] * _values[(node * count) + i];
                }
            }
        }
    }
}
