namespace Geometry.Scores;

/// <summary>
/// The effective number of directions in which a representation varies. There is no standard error; see <see cref="Resampling"/>.
/// </summary>
public static class Dimension
{
    /// <summary>The name of the score.</summary>
    public const string Name = "dimension";

    /// <summary>An estimate this small against a trace of 1 is the rounding of sums that cancel.</summary>
    private const double Rounding = 1e-14;

    /// <summary>Measures the participation ratio of the means of the conditions, or of the rows when there are no conditions.</summary>
    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row, each counting the same; null to take the rows themselves.</param>
    /// <returns>One entry with an empty target, whose N is the number of rows of the kernel.</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static ScoreEntry Evaluate(Representation representation, ConditionLabels? conditions) =>
        Evaluate(representation, conditions, new DimensionOptions());

    /// <summary>Measures the dimension of the means of the conditions, or of the rows when there are no conditions.</summary>
    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row, each counting the same; null to take the rows themselves.</param>
    /// <param name="options">How to measure.</param>
    /// <returns>One entry with an empty target, whose N is the number of rows of the kernel.</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static ScoreEntry Evaluate(Representation representation, ConditionLabels? conditions, DimensionOptions options)
    {
        ArgumentNullException.ThrowIfNull(representation);
        ArgumentNullException.ThrowIfNull(options);
        conditions?.CheckFit(representation);
        var variant = options.MeasureName + (conditions is null ? "/rows" : "/conditions");
        if (conditions is not null && RowSelection.TooFew(conditions, 1) is { } names)
        {
            return new ScoreEntry(Name, variant, "", ScoreValue.Undefined($"there are no rows of {names}"), null, 0, []);
        }

        var matrix = conditions is null ? ConditionMeans.RowsOf(representation) : ConditionMeans.Of(representation, conditions);
        var side = new AlignmentSide(matrix, AlignmentKind.Centred, "the representation");
        var value = side.Reason is not null ? ScoreValue.Undefined(side.Reason) : options.Measure switch
        {
            // The trace of the prepared kernel is 1.
            DimensionMeasure.ParticipationRatio => ScoreValue.Of(1 / side.Kernel.Square),
            DimensionMeasure.CorrectedParticipationRatio => Corrected(side),
            DimensionMeasure.EntropyRank => ScoreValue.Of(EntropyRank(Spectrum(side.Kernel.Features))),
            _ => ScoreValue.Of(VarianceCount(Spectrum(side.Kernel.Features), options.VarianceShare)),
        };
        return new ScoreEntry(Name, variant, "", value, null, side.Rows, []);
    }

    /// <summary>
    /// With D the squared distances of n rows, the mean of D_ij D_kl over different i, j, k, l is four times the unbiased estimate of
    /// (tr S)^2; that of tr(S^2) is the unbiased criterion of the kernel with itself. Row sums of a centred kernel are zero.
    /// </summary>
    private static ScoreValue Corrected(AlignmentSide side)
    {
        if (side.Rows < 4)
        {
            return ScoreValue.Undefined($"the correction for the number of rows needs at least 4, there are {side.Rows}");
        }

        double n = side.Rows;
        var diagonal = side.Diagonal.Sum(d => d * d);
        var square = side.Kernel.Square;
        var distances = 4 * n * n - 4 * (n * n * diagonal + 3 * n) + 2 * (2 * n * diagonal + 2 + 4 * square);
        var traceSquared = distances / (4 * n * (n - 1) * (n - 2) * (n - 3));
        var squareTrace = (square - diagonal + 1 / ((n - 1) * (n - 2)) - 2 / (n - 2) * diagonal) / (n * (n - 3));
        return squareTrace * n * n > Rounding && traceSquared * n * n > Rounding
            ? ScoreValue.Of(traceSquared / squareTrace)
            : ScoreValue.Undefined("the unbiased estimates are not positive; there are too few rows");
    }

    /// <summary>The shares of the variance along the principal components, largest first.</summary>
    private static double[] Spectrum(RowMatrix centred)
    {
        var columns = centred.Rows < centred.Columns ? centred.Transpose() : centred;
        var gram = new RowMatrix(columns.Columns, columns.Columns);
        new RankUpdate().Product(gram, columns, columns);
        var values = SymmetricEigen.Values(gram).Select(v => Math.Max(0, v)).ToArray();
        var total = values.Sum();
        return Array.ConvertAll(values, v => v / total);
    }

    private static double EntropyRank(double[] shares) => Math.Exp(-shares.Where(p => p > 0).Sum(p => p * Math.Log(p)));

    private static int VarianceCount(double[] shares, double wanted)
    {
        var count = 0;
        double sum = 0;
        while (count < shares.Length && sum < wanted - 1e-12)
        {
            sum += shares[count++];
        }

        return count;
    }
}
