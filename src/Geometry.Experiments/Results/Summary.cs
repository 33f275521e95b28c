namespace Geometry.Experiments;

/// <summary>Means over networks.</summary>
public static class Summary
{
    /// <summary>
    /// Takes the mean of each score of each layer over the networks that differ only in their seed. Groups come in the order in which
    /// their first row does. Rows of checkpoints are kept apart by their epoch; the last epoch of each cell counts as the end of training,
    /// whatever its number, since networks may stop early.
    /// </summary>
    /// <param name="rows">The rows of a table of scores.</param>
    /// <returns>The means.</returns>
    public static IReadOnlyList<SummaryRow> Of(IReadOnlyList<ResultRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Dictionary<string, int?> last = rows.GroupBy(row => row.Cell).ToDictionary(group => group.Key, group => group.Max(row => row.Epoch));
        return [.. rows
            .GroupBy(row => (row.Setting, row.Nonlinearity, Epoch: row.Epoch == last[row.Cell] ? null : row.Epoch, row.Layer, row.Score, row.Variant, row.Target))
            .Select(group => Row(group.Key, [.. group]))];
    }

    private static SummaryRow Row(
        (string Setting, string Nonlinearity, int? Epoch, string Layer, string Score, string Variant, string Target) key, ResultRow[] rows)
    {
        double[] values = [.. rows.Where(row => row.Value is not null).Select(row => row.Value!.Value)];
        return new SummaryRow(key.Setting, key.Nonlinearity, key.Epoch, key.Layer, key.Score, key.Variant, key.Target,
            values.Length == 0 ? null : values.Average(), StandardError(values), values.Length, rows.Length - values.Length,
            rows.FirstOrDefault(row => row.Value is null)?.Reason ?? "")
        {
            Single = rows.Length == 1 ? rows[0] : null,
        };
    }

    private static double? StandardError(double[] values)
    {
        if (values.Length < 2)
        {
            return null;
        }

        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
    }
}
