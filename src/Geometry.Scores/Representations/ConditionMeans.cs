namespace Geometry.Scores;

/// <summary>Responses as doubles: the mean of each condition, or the rows themselves.</summary>
internal static class ConditionMeans
{
    /// <summary>Conditions x units; every condition must have rows.</summary>
    public static RowMatrix Of(Representation representation, ConditionLabels conditions)
    {
        var means = new RowMatrix(conditions.Count, representation.Width);
        for (var row = 0; row < representation.Rows; row++)
        {
            var sum = means.Row(conditions.Codes[row]);
            var values = representation.Row(row);
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += values[i];
            }
        }

        for (var condition = 0; condition < conditions.Count; condition++)
        {
            foreach (ref var value in means.Row(condition))
            {
                value /= conditions.RowsOf[condition];
            }
        }

        return means;
    }

    /// <summary>Rows x units.</summary>
    public static RowMatrix RowsOf(Representation representation)
    {
        var rows = new RowMatrix(representation.Rows, representation.Width);
        for (var row = 0; row < representation.Rows; row++)
        {
            VectorKernels.Widen(representation.Row(row), rows.Row(row));
        }

        return rows;
    }
}
