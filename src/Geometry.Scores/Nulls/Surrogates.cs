using Geometry.Seeding;

namespace Geometry.Scores;

/// <summary>Data as a null has it.</summary>
internal static class Surrogates
{
    /// <summary>The stream of one draw.</summary>
    public static RandomStream Stream(NullOptions options, int draw) => new RandomStream(options.Seed, StreamNames.Null).Fork(options.Name).Fork(draw);

    /// <summary>The data of one draw.</summary>
    public static (Representation Representation, ConditionLabels Conditions) Draw(
        Representation representation, ConditionLabels conditions, NullOptions options, int draw)
    {
        var stream = Stream(options, draw);
        return options.Kind == NullKind.Geometric
            ? (Geometric(representation, conditions, stream), conditions)
            : (representation, conditions.WithCodes(Shuffled(conditions.Codes, stream)));
    }

    /// <summary>The codes in another order.</summary>
    public static int[] Shuffled(ReadOnlySpan<int> codes, RandomStream stream)
    {
        var result = codes.ToArray();
        stream.Shuffle<int>(result);
        return result;
    }

    /// <summary>Gaussian centroids of the same spread, and each condition's deviations with permuted units.</summary>
    private static Representation Geometric(Representation representation, ConditionLabels conditions, RandomStream stream)
    {
        var means = ConditionMeans.Of(representation, conditions);
        var centroids = Centroids(means, conditions, stream.Fork("centroids"));
        var permutations = new int[conditions.Count][];
        for (var condition = 0; condition < permutations.Length; condition++)
        {
            permutations[condition] = stream.Fork(condition).Permutation(representation.Width);
        }

        var values = new float[representation.Values.Length];
        for (var row = 0; row < representation.Rows; row++)
        {
            var code = conditions.Codes[row];
            var source = representation.Row(row);
            var mean = means.Row(code);
            var centroid = centroids.Row(code);
            var from = permutations[code];
            var target = values.AsSpan(row * representation.Width, representation.Width);
            for (var i = 0; i < target.Length; i++)
            {
                var value = centroid[i] + (source[from[i]] - mean[from[i]]);
                target[i] = (float)Math.Clamp(value, float.MinValue, float.MaxValue);
            }
        }

        return new Representation(values, representation.Rows, representation.Width);
    }

    private static RowMatrix Centroids(RowMatrix means, ConditionLabels conditions, RandomStream stream)
    {
        var present = Enumerable.Range(0, means.Rows).Where(c => conditions.RowsOf[c] > 0).ToArray();
        var drawn = new RowMatrix(means.Rows, means.Columns);
        means.Values.CopyTo(drawn.Values, 0);
        var empirical = Centred(drawn, present, out var grandMean);
        foreach (var condition in present)
        {
            stream.FillGaussian(drawn.Row(condition));
        }

        var spread = Centred(drawn, present, out _);
        var scale = spread > 0 ? Math.Sqrt(empirical / spread) : 0;
        foreach (var condition in present)
        {
            var row = drawn.Row(condition);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = grandMean[i] + scale * row[i];
            }
        }

        return drawn;
    }

    /// <summary>Centres the present rows and returns their square sum.</summary>
    private static double Centred(RowMatrix matrix, int[] present, out double[] mean)
    {
        mean = new double[matrix.Stride];
        foreach (var row in present)
        {
            VectorKernels.Add(1.0 / present.Length, matrix.PaddedRow(row), mean);
        }

        double sum = 0;
        foreach (var row in present)
        {
            VectorKernels.Add(-1, mean, matrix.PaddedRow(row));
            sum += VectorKernels.Dot(matrix.PaddedRow(row), matrix.PaddedRow(row));
        }

        return sum;
    }
}
