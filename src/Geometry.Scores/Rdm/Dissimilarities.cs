namespace Geometry.Scores;

/// <summary>Makes dissimilarity matrices.</summary>
internal static class Dissimilarities
{
    /// <summary>A sum of squared deviations below this part of the sum of squares is rounding.</summary>
    private const double Rounding = 1e-24;

    /// <summary>The model of a dichotomy.</summary>
    public static DissimilarityMatrix Of(Dichotomy target, ConditionLabels conditions) =>
        new(conditions.Names, Pairs(target.Count, (i, j) => target.IsPositive(i) == target.IsPositive(j) ? 0 : 1));

    /// <summary>The dissimilarities of condition means.</summary>
    public static DissimilarityMatrix Of(Representation representation, ConditionLabels conditions, RdmOptions options, string name)
    {
        var needed = options.Dissimilarity == Dissimilarity.Crossnobis ? 3 : 1;
        var reason = conditions.Count < 2 ? "there is only one condition, so there is no pair"
            : RowSelection.TooFew(conditions, needed) is not { } names ? null
            : needed == 1 ? $"there are no rows of {names}"
            : $"cross-validated distances need at least 3 rows of every condition; {names} has fewer";
        if (reason is not null)
        {
            return new DissimilarityMatrix(conditions.Names, reason);
        }

        return options.Dissimilarity switch
        {
            Dissimilarity.SquaredEuclidean => Euclidean(ConditionMeans.Of(representation, conditions), conditions, name),
            Dissimilarity.Correlation => Correlation(ConditionMeans.Of(representation, conditions), conditions, name),
            _ => Crossnobis(representation, conditions, options, name),
        };
    }

    private static DissimilarityMatrix Euclidean(RowMatrix means, ConditionLabels conditions, string name)
    {
        var before = VectorKernels.Dot(means.Values, means.Values);
        means.CentreColumns();
        return VectorKernels.Dot(means.Values, means.Values) <= Rounding * before
            ? new DissimilarityMatrix(conditions.Names, $"{name} has zero variance over the {means.Rows} condition means")
            : new DissimilarityMatrix(conditions.Names, Pairs(means.Rows, (i, j) => SquaredDistance(means.Row(i), means.Row(j))));
    }

    private static DissimilarityMatrix Correlation(RowMatrix means, ConditionLabels conditions, string name)
    {
        if (means.Columns < 2)
        {
            return new DissimilarityMatrix(conditions.Names, $"a correlation over units needs at least 2, {name} has {means.Columns}");
        }

        for (var i = 0; i < means.Rows; i++)
        {
            var row = means.Row(i);
            var before = VectorKernels.Dot(means.PaddedRow(i), means.PaddedRow(i));
            var mean = Statistics.Mean(row);
            foreach (ref var value in row)
            {
                value -= mean;
            }

            var square = VectorKernels.Dot(means.PaddedRow(i), means.PaddedRow(i));
            if (square <= Rounding * before)
            {
                return new DissimilarityMatrix(conditions.Names, $"the mean response of {name} to '{conditions.Names[i]}' is the same in all units");
            }

            foreach (ref var value in row)
            {
                value /= Math.Sqrt(square);
            }
        }

        return new DissimilarityMatrix(conditions.Names, Pairs(means.Rows, (i, j) => SquaredDistance(means.Row(i), means.Row(j)) / 2));
    }

    /// <summary>
    /// The noise is that of the training rows alone: test rows in it would bend the precision their way, and distances without a
    /// difference of conditions would not be zero on average.
    /// </summary>
    private static DissimilarityMatrix Crossnobis(Representation representation, ConditionLabels conditions, RdmOptions options, string name)
    {
        var folds = Math.Min(options.Folds, conditions.RowsOf.Min());
        var foldOf = FoldOfRows(conditions, folds);
        var sum = new double[conditions.Count * (conditions.Count - 1) / 2];
        for (var fold = 0; fold < folds; fold++)
        {
            var byPart = Enumerable.Range(0, foldOf.Length).ToLookup(row => foldOf[row] == fold);
            var noise = new NoisePrecision(representation, conditions, [.. byPart[false]], options.Shrinkage, name);
            if (noise.Reason is not null)
            {
                return new DissimilarityMatrix(conditions.Names, noise.Reason);
            }

            var (test, train) = (noise.TestMeans([.. byPart[true]]), noise.TrainingMeans);
            var weighted = new RowMatrix(train.Rows, train.Columns);
            for (var i = 0; i < train.Rows; i++)
            {
                noise.Multiply(train.Row(i), weighted.Row(i));
            }

            noise.Release();

            double Product(int i, int j) => VectorKernels.Dot(test.PaddedRow(i), weighted.PaddedRow(j));
            var pairs = Pairs(conditions.Count, (i, j) => Product(i, i) + Product(j, j) - Product(i, j) - Product(j, i));
            for (var pair = 0; pair < sum.Length; pair++)
            {
                sum[pair] += pairs[pair] / folds;
            }
        }

        return new DissimilarityMatrix(conditions.Names, sum);
    }

    /// <summary>The rows of a condition take the folds in turn.</summary>
    private static int[] FoldOfRows(ConditionLabels conditions, int folds)
    {
        var seen = new int[conditions.Count];
        var foldOf = new int[conditions.Rows];
        for (var row = 0; row < foldOf.Length; row++)
        {
            foldOf[row] = seen[conditions.Codes[row]]++ % folds;
        }

        return foldOf;
    }

    private static double[] Pairs(int count, Func<int, int, double> dissimilarity)
    {
        var pairs = new double[count * (count - 1) / 2];
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                pairs[next++] = dissimilarity(i, j);
            }
        }

        return pairs;
    }

    private static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return sum;
    }
}
