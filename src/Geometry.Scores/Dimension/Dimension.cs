namespace Geometry.Scores;

/// <summary>
/// The effective number of directions in which a representation varies: the participation ratio (tr K)^2 / tr(K^2) of the centred kernel,
/// between 1 and one less than the number of rows of the kernel. There is no standard error.
/// </summary>
public static class Dimension
{
    /// <summary>The name of the score.</summary>
    public const string Name = "dimension";

    /// <summary>Measures the participation ratio of the means of the conditions, or of the rows when there are no conditions.</summary>
    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row, each counting the same; null to take the rows themselves.</param>
    /// <returns>One entry with an empty target, whose N is the number of rows of the kernel.</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static ScoreEntry Evaluate(Representation representation, ConditionLabels? conditions)
    {
        ArgumentNullException.ThrowIfNull(representation);
        conditions?.CheckFit(representation);
        var variant = conditions is null ? "participation-ratio/rows" : "participation-ratio/conditions";
        if (conditions is not null && RowSelection.TooFew(conditions, 1) is { } names)
        {
            return new ScoreEntry(Name, variant, "", ScoreValue.Undefined($"there are no rows of {names}"), null, 0, []);
        }

        var matrix = conditions is null ? ConditionMeans.RowsOf(representation) : ConditionMeans.Of(representation, conditions);
        var side = new AlignmentSide(matrix, AlignmentKind.Centred, "the representation");

        // The trace of the prepared kernel is 1.
        var value = side.Reason is null ? ScoreValue.Of(1 / side.Kernel.Square) : ScoreValue.Undefined(side.Reason);
        return new ScoreEntry(Name, variant, "", value, null, side.Rows, []);
    }
}
