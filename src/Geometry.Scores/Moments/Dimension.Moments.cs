namespace Geometry.Scores;

/// <content>Dimension from moments, without the rows.</content>
public static partial class Dimension
{
    /// <summary>Measures the dimension of the responses that an accumulator has seen, as the overload for matrices does.</summary>
    /// <param name="moments">The moments.</param>
    /// <param name="unit">Whether the means of the conditions count, each the same, or the rows.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>One entry with an empty target, whose N is the number of rows of the kernel.</returns>
    public static ScoreEntry Evaluate(MomentAccumulator moments, AlignmentUnit unit = AlignmentUnit.ConditionMeans, DimensionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(moments);
        options ??= new DimensionOptions();
        var byRows = unit == AlignmentUnit.Rows;
        var variant = options.MeasureName + (byRows ? "/rows" : "/conditions");
        if (moments.ReasonAgainst(unit) is { } reason)
        {
            return new ScoreEntry(Name, variant, "", ScoreValue.Undefined(reason), null, 0, []);
        }

        if (!byRows)
        {
            return Of(new AlignmentSide(moments.Means(moments.Snapshots(), 0), AlignmentKind.Centred, Itself), variant, options);
        }

        var sums = new ProductSums(moments.Total(), 0, AlignmentKind.Centred, Itself);
        return Of(moments.Rows, sums.Reason, sums.Square, () => sums.Diagonals, sums.ToMatrix, variant, options);
    }
}
