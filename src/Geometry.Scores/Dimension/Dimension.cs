using System.Globalization;

namespace Geometry.Scores;

/// <summary>
/// The effective number of directions in which a representation varies. There is no standard error; see <see cref="Resampling"/>.
/// </summary>
public static partial class Dimension
{
    /// <summary>The name of the score.</summary>
    public const string Name = "dimension";

    private const string Itself = "the representation";

    /// <summary>From this share of the most dimensions that rows can show on, their number bounds the value.</summary>
    private const double HighShare = 0.5;

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
        return Of(new AlignmentSide(matrix, AlignmentKind.Centred, Itself), variant, options);
    }

    private static ScoreEntry Of(AlignmentSide side, string variant, DimensionOptions options) => Of(
        side.Rows, side.Reason, side.Kernel.Square, () => side.Diagonal.Sum(d => d * d), () => Gram(side.Kernel.Features), variant, options);

    /// <summary>From a centred kernel of trace 1: its square sum, that of its diagonal, and a matrix with the same eigenvalues.</summary>
    private static ScoreEntry Of(
        long rows, string? reason, double square, Func<double> diagonals, Func<RowMatrix> gram, string variant, DimensionOptions options)
    {
        var value = reason is not null ? ScoreValue.Undefined(reason) : options.Measure switch
        {
            DimensionMeasure.ParticipationRatio => ScoreValue.Of(1 / square),
            DimensionMeasure.CorrectedParticipationRatio => Corrected(rows, square, diagonals),
            DimensionMeasure.EntropyRank => ScoreValue.Of(EntropyRank(Spectrum(gram()))),
            _ => ScoreValue.Of(VarianceCount(Spectrum(gram()), options.VarianceShare)),
        };
        return new ScoreEntry(Name, variant, "", value, null, rows, variant.EndsWith("/rows", StringComparison.Ordinal) ? Warnings(value, rows, options) : []);
    }

    /// <summary>Rows of noise have as many dimensions as there are rows, whatever the width: close to that the value counts the rows.</summary>
    private static string[] Warnings(ScoreValue value, long rows, DimensionOptions options)
    {
        var uncorrected = options.Measure is DimensionMeasure.ParticipationRatio or DimensionMeasure.EntropyRank;
        return uncorrected && value.IsDefined && value.Value > HighShare * (rows - 1)
            ?
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rows} rows are few for the width and can show {rows - 1} dimensions at most; compare with the corrected participation ratio"),
            ]
            : [];
    }

    /// <summary>
    /// With D the squared distances of n rows, the mean of D_ij D_kl over different i, j, k, l is four times the unbiased estimate of
    /// (tr S)^2; that of tr(S^2) is the unbiased criterion of the kernel with itself. Row sums of a centred kernel are zero.
    /// </summary>
    private static ScoreValue Corrected(long rows, double square, Func<double> diagonals)
    {
        if (rows < 4)
        {
            return ScoreValue.Undefined($"the correction for the number of rows needs at least 4, there are {rows}");
        }

        double n = rows;
        var diagonal = diagonals();
        var distances = 4 * n * n - 4 * (n * n * diagonal + 3 * n) + 2 * (2 * n * diagonal + 2 + 4 * square);
        var traceSquared = distances / (4 * n * (n - 1) * (n - 2) * (n - 3));
        var squareTrace = (square - diagonal + 1 / ((n - 1) * (n - 2)) - 2 / (n - 2) * diagonal) / (n * (n - 3));
        return squareTrace * n * n > Rounding && traceSquared * n * n > Rounding
            ? ScoreValue.Of(traceSquared / squareTrace)
            : ScoreValue.Undefined("the unbiased estimates are not positive; there are too few rows");
    }

    private static RowMatrix Gram(RowMatrix centred)
    {
        var columns = centred.Rows < centred.Columns ? centred.Transpose() : centred;
        var gram = new RowMatrix(columns.Columns, columns.Columns);
        new RankUpdate().Product(gram, columns, columns);
        return gram;
    }

    /// <summary>The shares of the variance along the principal components, largest first.</summary>
    private static double[] Spectrum(RowMatrix gram)
    {
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
