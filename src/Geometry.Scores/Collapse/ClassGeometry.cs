namespace Geometry.Scores;

/// <summary>
/// Means and scatter of classes. Every class weighs the same, every condition of a class weighs the same, every row of a condition
/// weighs the same; with equally many rows everywhere this is the usual scatter.
/// </summary>
internal sealed class ClassGeometry
{
    // Sums that cancel to less than this part of their terms are rounding.
    private const double Rounding = 1e-24;

    // Directions with less than this part of the largest variance between classes are no directions.
    private const double RankTolerance = 1e-10;
    private readonly RowMatrix _conditionMeans;
    private readonly INoiseScatter _noise;
    private readonly int[] _classOf;
    private readonly double[] _weightOf;

    /// <param name="conditionMeans">The mean of each condition; it is changed.</param>
    /// <param name="noise">The scatter within conditions.</param>
    /// <param name="classOf">The class of each condition.</param>
    /// <param name="classes">The number of classes, each of which has conditions.</param>
    public ClassGeometry(RowMatrix conditionMeans, INoiseScatter noise, int[] classOf, int classes)
    {
        _noise = noise;
        _classOf = classOf;
        _conditionMeans = conditionMeans;
        Classes = classes;
        var members = new int[classes];
        foreach (var k in classOf)
        {
            members[k]++;
        }

        _weightOf = Array.ConvertAll(classOf, k => 1.0 / members[k]);
        Means = new RowMatrix(classes, conditionMeans.Columns);
        for (var c = 0; c < classOf.Length; c++)
        {
            VectorKernels.Add(_weightOf[c], _conditionMeans.PaddedRow(c), Means.PaddedRow(classOf[c]));
        }

        var before = VectorKernels.Dot(Means.Values, Means.Values);
        Grand = Means.CentreColumns();
        for (var c = 0; c < classOf.Length; c++)
        {
            VectorKernels.Add(-1, Grand, _conditionMeans.PaddedRow(c));
        }

        BetweenTrace = VectorKernels.Dot(Means.Values, Means.Values) / classes;
        Coincide = BetweenTrace <= Rounding * before / classes;
    }

    public int Classes { get; }

    /// <summary>The mean of each class minus the grand mean.</summary>
    public RowMatrix Means { get; }

    /// <summary>The mean of the class means.</summary>
    public double[] Grand { get; }

    /// <summary>The trace of the scatter between classes.</summary>
    public double BetweenTrace { get; }

    /// <summary>Whether all class means are equal but for rounding.</summary>
    public bool Coincide { get; }

    /// <summary>The squared distance of two class means, or null when they are equal but for rounding.</summary>
    public double? SquaredDistance(int i, int j)
    {
        double sum = 0;
        double scale = 0;
        for (var u = 0; u < Means.Columns; u++)
        {
            var difference = Means.Row(i)[u] - Means.Row(j)[u];
            sum += difference * difference;
            scale += Math.Pow(Means.Row(i)[u] + Grand[u], 2) + Math.Pow(Means.Row(j)[u] + Grand[u], 2);
        }

        return sum <= Rounding * scale ? null : sum;
    }

    /// <summary>The trace of the scatter within each class.</summary>
    public WithinClass[] Traces() => Scatter(deviation => VectorKernels.Dot(deviation, deviation), _noise.Traces());

    /// <summary>The trace of the scatter within classes times the pseudo-inverse of that between classes.</summary>
    public WithinClass PseudoInverse()
    {
        var directions = Directions();
        var parts = Scatter(
            deviation =>
            {
                double sum = 0;
                for (var k = 0; k < directions.Rows; k++)
                {
                    var projection = VectorKernels.Dot(deviation, directions.PaddedRow(k));
                    sum += projection * projection;
                }

                return sum;
            },
            _noise.Along(directions));
        return parts.Aggregate(default(WithinClass), (sum, part) => sum.Plus(part, 1.0 / Classes));
    }

    /// <summary>The eigenvectors of the scatter between classes, each divided by the root of its eigenvalue.</summary>
    private RowMatrix Directions()
    {
        // The matrix of inner products of the class means has the same eigenvalues; its trace is made 1, whatever the units.
        var gram = new RowMatrix(Classes, Classes);
        var scale = Classes * BetweenTrace;
        for (var i = 0; i < Classes; i++)
        {
            for (var j = 0; j < Classes; j++)
            {
                gram.Row(i)[j] = VectorKernels.Dot(Means.PaddedRow(i), Means.PaddedRow(j)) / scale;
            }
        }

        var (values, vectors) = SymmetricEigen.Vectors(gram);
        var kept = Enumerable.Range(0, Classes).Where(k => values[k] > RankTolerance * values.Max()).ToArray();
        var directions = new RowMatrix(kept.Length, Means.Columns);
        for (var r = 0; r < kept.Length; r++)
        {
            // M^T u is sqrt(scale value) times a unit vector; the variance along it is BetweenTrace value.
            var factor = 1 / (Math.Sqrt(scale) * Math.Sqrt(BetweenTrace) * values[kept[r]]);
            for (var c = 0; c < Classes; c++)
            {
                VectorKernels.Add(factor * vectors.Row(kept[r])[c], Means.PaddedRow(c), directions.PaddedRow(r));
            }
        }

        return directions;
    }

    /// <summary>For each class the mean of a quadratic form over its conditions' deviations, and of its conditions' noise.</summary>
    private WithinClass[] Scatter(Func<ReadOnlySpan<double>, double> form, double[] noise)
    {
        var result = new WithinClass[Classes];
        var deviation = new double[Means.Stride];
        for (var c = 0; c < _classOf.Length; c++)
        {
            _conditionMeans.PaddedRow(c).CopyTo(deviation);
            VectorKernels.Add(-1, Means.PaddedRow(_classOf[c]), deviation);
            result[_classOf[c]] = result[_classOf[c]].Plus(new WithinClass(form(deviation), noise[c]), _weightOf[c]);
        }

        return result;
    }
}
