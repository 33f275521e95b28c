namespace Geometry.Scores;

/// <summary>The entries of neural collapse, in the order of the catalogue.</summary>
internal sealed class CollapseTable(string target, IReadOnlyList<string> classes, long rows, string? reason)
{
    private readonly List<ScoreEntry> _entries = [];

    public IReadOnlyList<ScoreEntry> Entries => _entries;

    /// <summary>NC1.</summary>
    public void AddVariability(ClassGeometry? geometry)
    {
        var traces = reason is null ? geometry!.Traces() : [];
        var trace = traces.Aggregate(default(WithinClass), (sum, part) => sum.Plus(part, 1.0 / traces.Length));
        AddParts("nc1/pinv", reason, () => default(WithinClass).Plus(geometry!.PseudoInverse(), 1.0 / classes.Count));
        AddParts("nc1/trace-quotient", reason, () => new WithinClass(trace.BetweenConditions / geometry!.BetweenTrace, trace.Noise / geometry.BetweenTrace));
        var equal = reason ?? EqualMeans(geometry!);
        AddParts("nc1/cdnv", equal, () => DistanceNormalised(geometry!, traces));
    }

    /// <summary>NC2.</summary>
    public void AddSimplex(ClassGeometry? geometry, string[] warnings)
    {
        var norms = reason is null ? Enumerable.Range(0, classes.Count).Select(k => Math.Sqrt(Square(geometry!.Means, k))).ToArray() : [];
        Add("nc2/equinorm", reason, () => Deviation(norms) / Statistics.Mean(norms), classes.Count, warnings);
        var central = Array.FindIndex(norms, norm => norm <= 1e-12 * norms.Max());
        var unable = reason ?? (central >= 0 ? $"the mean of class '{classes[central]}' is the grand mean, so it has no direction" : null);
        var cosines = unable is null ? Cosines(geometry!.Means, norms) : [];
        Add("nc2/equiangular", unable, () => Deviation(cosines), classes.Count, warnings);
        Add("nc2/maximal-angle", unable, () => cosines.Average(c => Math.Abs(c + 1.0 / (classes.Count - 1))), classes.Count, warnings);
    }

    /// <summary>NC3.</summary>
    public void AddReadout(ClassGeometry? geometry, LinearReadout readout)
    {
        var (weights, _) = readout.ForClasses(classes.Count);
        var norm = Math.Sqrt(VectorKernels.Dot(weights.Values, weights.Values));
        Add("nc3", reason ?? (norm > 0 ? null : "all weights of the readout are zero"), () => Misalignment(geometry!, weights, norm), classes.Count, []);
    }

    /// <summary>NC4.</summary>
    public void AddDisagreement(ClassGeometry? geometry, LinearReadout readout, Representation representation)
    {
        var (weights, biases) = readout.ForClasses(classes.Count);
        Add("nc4", reason, () => Disagreement(geometry!, representation, weights, biases), rows, []);
        if (_entries[^1].Value is { IsDefined: true, Value: var share })
        {
            _entries[^1] = _entries[^1] with { StandardError = Math.Sqrt(share * (1 - share) / rows) };
        }
    }

    private static double Square(RowMatrix matrix, int row) => VectorKernels.Dot(matrix.PaddedRow(row), matrix.PaddedRow(row));

    private static double Deviation(double[] values)
    {
        var mean = Statistics.Mean(values);
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / values.Length);
    }

    private static double[] Cosines(RowMatrix means, double[] norms)
    {
        var cosines = new List<double>();
        for (var i = 0; i < norms.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                cosines.Add(Math.Clamp(VectorKernels.Dot(means.PaddedRow(i), means.PaddedRow(j)) / norms[i] / norms[j], -1, 1));
            }
        }

        return [.. cosines];
    }

    private string? EqualMeans(ClassGeometry geometry)
    {
        for (var i = 0; i < classes.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (geometry.SquaredDistance(i, j) is null)
                {
                    return $"the means of the classes '{classes[j]}' and '{classes[i]}' are equal";
                }
            }
        }

        return null;
    }

    private WithinClass DistanceNormalised(ClassGeometry geometry, WithinClass[] traces)
    {
        var sum = default(WithinClass);
        var pairs = classes.Count * (classes.Count - 1) / 2.0;
        for (var i = 0; i < classes.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var factor = 1 / (2 * geometry.SquaredDistance(i, j)!.Value) / pairs;
                sum = sum.Plus(traces[i], factor).Plus(traces[j], factor);
            }
        }

        return sum;
    }

    private static double Misalignment(ClassGeometry geometry, RowMatrix weights, double norm)
    {
        var scale = Math.Sqrt(geometry.BetweenTrace * geometry.Classes);
        double sum = 0;
        for (var i = 0; i < weights.Values.Length; i++)
        {
            var difference = weights.Values[i] / norm - geometry.Means.Values[i] / scale;
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }

    private double Disagreement(ClassGeometry geometry, Representation representation, RowMatrix weights, double[] biases)
    {
        var centred = new double[geometry.Means.Stride];
        var atGrand = Enumerable.Range(0, classes.Count).Select(k => biases[k] + VectorKernels.Dot(weights.PaddedRow(k), geometry.Grand)).ToArray();
        var squares = Enumerable.Range(0, classes.Count).Select(k => Square(geometry.Means, k)).ToArray();
        var different = 0;
        for (var row = 0; row < representation.Rows; row++)
        {
            VectorKernels.Widen(representation.Row(row), centred);
            VectorKernels.Add(-1, geometry.Grand, centred);
            var (answer, nearest) = (0, 0);
            var (largest, least) = (double.NegativeInfinity, double.PositiveInfinity);
            for (var k = 0; k < classes.Count; k++)
            {
                var output = atGrand[k] + VectorKernels.Dot(weights.PaddedRow(k), centred);
                var distance = squares[k] - 2 * VectorKernels.Dot(geometry.Means.PaddedRow(k), centred);
                (answer, largest) = output > largest ? (k, output) : (answer, largest);
                (nearest, least) = distance < least ? (k, distance) : (nearest, least);
            }

            different += answer == nearest ? 0 : 1;
        }

        return different / (double)representation.Rows;
    }

    private void AddParts(string variant, string? against, Func<WithinClass> compute)
    {
        var parts = against is null ? compute() : default;
        Add(variant, against, () => parts.Total, rows, []);
        Add($"{variant}/between-conditions", against, () => parts.BetweenConditions, rows, []);
        Add($"{variant}/noise", against, () => parts.Noise, rows, []);
    }

    private void Add(string variant, string? against, Func<double> value, long n, string[] warnings) => _entries.Add(new ScoreEntry(
        NeuralCollapse.Name, variant, target, against is null ? ScoreValue.Of(value()) : ScoreValue.Undefined(against), null, n, against is null ? warnings : []));
}
