namespace Geometry.Scores;

/// <summary>
/// The inverse of the noise covariance (1 - s) S + s diag(S), with S the covariance of training rows around their condition's mean and s the
/// shrinkage. Units are divided by the deviation of their noise, so that diag(S) is the identity. With fewer rows than units the inverse is taken
/// in the rows: (a R^T R + s I)^-1 = (I - R^T (R R^T + s/a I)^-1 R) / s.
/// </summary>
internal sealed class NoisePrecision
{
    /// <summary>A unit whose noise is below this part of its mean square does not vary within conditions.</summary>
    private const double Rounding = 1e-20;

    private readonly Representation _representation;
    private readonly ConditionLabels _conditions;
    private readonly int[] _rows;
    private readonly RowMatrix _means;
    private readonly double _shrinkage;
    private readonly int[] _units;
    private readonly double[] _deviations;
    private readonly RowMatrix? _residuals;
    private readonly double[] _factor = [];
    private readonly int _stride;
    private readonly int _order;

    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="rows">The training rows, more than there are conditions, some of each.</param>
    /// <param name="shrinkage">The shrinkage.</param>
    /// <param name="name">What to call the representation in reasons.</param>
    /// <param name="inRows">Which form to use; null for the cheaper one.</param>
    public NoisePrecision(
        Representation representation, ConditionLabels conditions, int[] rows, double shrinkage, string name, bool? inRows = null)
    {
        (_representation, _conditions, _rows, _shrinkage) = (representation, conditions, rows, shrinkage);
        _means = MeansOf(rows);
        var freedom = (double)rows.Length - conditions.Count;
        (_units, _deviations, Reason) = NoisyUnits(freedom, name);
        if (Reason is not null || shrinkage == 1)
        {
            return;
        }

        var residuals = Residuals(freedom / (1 - shrinkage));
        var useRows = inRows ?? residuals.Rows < residuals.Columns;
        var basis = useRows ? residuals.Transpose() : residuals;
        _residuals = useRows ? residuals : null;
        (_order, _stride) = (basis.Columns, basis.Stride);
        _factor = Scratch.Rent(_stride * _stride);
        var update = new RankUpdate();
        update.Symmetric(_factor, _stride, basis.Values, [.. Enumerable.Range(0, basis.Rows)], []);
        if (!useRows)
        {
            Scratch.Return(residuals.Values);
        }

        for (var i = 0; i < _order; i++)
        {
            _factor[i * _stride + i] += shrinkage;
        }

        if ((useRows && shrinkage == 0) || !Cholesky.Factor(_factor, _stride, _order, update))
        {
            Reason = $"the noise covariance of {name} is singular; there are too few rows for its width, or raise the shrinkage";
        }
    }

    /// <summary>Why there is no inverse, or null.</summary>
    public string? Reason { get; }

    /// <summary>The number of units that vary.</summary>
    public int Units => _units.Length;

    /// <summary>The condition means of the training rows in units of the noise.</summary>
    public RowMatrix TrainingMeans => Scaled(_means);

    /// <summary>The condition means of other rows in units of the noise, from the same origin as those of the training rows.</summary>
    public RowMatrix TestMeans(int[] rows) => Scaled(MeansOf(rows));

    /// <summary>Gives large buffers back; nothing can be multiplied afterwards.</summary>
    public void Release()
    {
        Scratch.Return(_factor);
        if (_residuals is not null)
        {
            Scratch.Return(_residuals.Values);
        }
    }

    /// <summary>Multiplies a vector in units of the noise with the inverse.</summary>
    public void Multiply(ReadOnlySpan<double> vector, Span<double> result)
    {
        vector.CopyTo(result);
        if (_shrinkage == 1)
        {
            return;
        }

        var padded = new double[Math.Max(_stride, RowMatrix.PaddedWidth(vector.Length))];
        if (_residuals is null)
        {
            vector.CopyTo(padded);
            Cholesky.Solve(_factor, _stride, _order, padded.AsSpan(0, _stride));
            padded.AsSpan(0, vector.Length).CopyTo(result);
            return;
        }

        var source = new double[_residuals.Stride];
        vector.CopyTo(source);
        for (var row = 0; row < _order; row++)
        {
            padded[row] = VectorKernels.Dot(_residuals.PaddedRow(row), source);
        }

        Cholesky.Solve(_factor, _stride, _order, padded.AsSpan(0, _stride));
        for (var row = 0; row < _order; row++)
        {
            VectorKernels.Add(-padded[row], _residuals.PaddedRow(row), source);
        }

        for (var i = 0; i < result.Length; i++)
        {
            result[i] = source[i] / _shrinkage;
        }
    }

    private RowMatrix MeansOf(int[] rows)
    {
        var means = new RowMatrix(_conditions.Count, _representation.Width);
        var counts = new int[_conditions.Count];
        foreach (var row in rows)
        {
            counts[_conditions.Codes[row]]++;
            var values = _representation.Row(row);
            var sum = means.Row(_conditions.Codes[row]);
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += values[i];
            }
        }

        for (var condition = 0; condition < counts.Length; condition++)
        {
            foreach (ref var value in means.Row(condition))
            {
                value /= counts[condition];
            }
        }

        return means;
    }

    private RowMatrix Scaled(RowMatrix means)
    {
        var scaled = new RowMatrix(means.Rows, _units.Length);
        for (var condition = 0; condition < means.Rows; condition++)
        {
            for (var i = 0; i < _units.Length; i++)
            {
                scaled.Row(condition)[i] = (means.Row(condition)[_units[i]] - _means.Row(0)[_units[i]]) / _deviations[i];
            }
        }

        return scaled;
    }

    /// <summary>The units that vary and the deviation of their noise; a unit that varies between conditions alone cannot be weighed.</summary>
    private (int[] Units, double[] Deviations, string? Reason) NoisyUnits(double freedom, string name)
    {
        var width = _representation.Width;
        var noise = new double[width];
        var squares = new double[width];
        var between = new double[width];
        foreach (var row in _rows)
        {
            var values = _representation.Row(row);
            var mean = _means.Row(_conditions.Codes[row]);
            var first = _means.Row(0);
            for (var i = 0; i < width; i++)
            {
                noise[i] += (values[i] - mean[i]) * (values[i] - mean[i]);
                between[i] += (mean[i] - first[i]) * (mean[i] - first[i]);
                squares[i] += (double)values[i] * values[i];
            }
        }

        bool IsRounding(double sum, int unit) => sum <= Rounding * squares[unit];
        var fixedUnits = Enumerable.Range(0, width).Where(i => IsRounding(noise[i], i) && !IsRounding(between[i], i)).ToArray();
        if (fixedUnits.Length > 0)
        {
            return ([], [], $"{fixedUnits.Length} of {width} units of {name} vary between conditions but not within them (the first is unit {fixedUnits[0]}), so there is no noise to weigh them by");
        }

        var units = Enumerable.Range(0, width).Where(i => !IsRounding(noise[i], i)).ToArray();
        return units.Length == 0
            ? ([], [], $"{name} does not vary")
            : (units, Array.ConvertAll(units, i => Math.Sqrt(noise[i] / freedom)), null);
    }

    /// <summary>The rows around their condition's mean, in units of the noise, divided by the root of a number.</summary>
    private RowMatrix Residuals(double divisor)
    {
        var residuals = RowMatrix.Borrowed(_rows.Length, _units.Length);
        for (var row = 0; row < residuals.Rows; row++)
        {
            var values = _representation.Row(_rows[row]);
            var mean = _means.Row(_conditions.Codes[_rows[row]]);
            var target = residuals.Row(row);
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = (values[_units[i]] - mean[_units[i]]) / _deviations[i] / Math.Sqrt(divisor);
            }
        }

        return residuals;
    }
}
