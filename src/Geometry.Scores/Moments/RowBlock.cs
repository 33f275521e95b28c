using System.Globalization;

namespace Geometry.Scores;

/// <summary>Checks of the blocks in which rows come.</summary>
internal static class RowBlock
{
    /// <summary>Refuses a block that does not fit, and returns its number of rows.</summary>
    public static int Check(ReadOnlySpan<float> rows, int width, ReadOnlySpan<int> codes, ConditionLabels conditions, long rowsBefore)
    {
        if (rows.Length % width != 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{rows.Length} values are no whole number of rows of {width} units."), nameof(rows));
        }

        var count = rows.Length / width;
        if (codes.Length != count && !(codes.IsEmpty && conditions.Count == 1))
        {
            throw new ArgumentException($"The block has {count} rows, but {codes.Length} condition codes.", nameof(codes));
        }

        for (var row = 0; row < codes.Length; row++)
        {
            if ((uint)codes[row] >= (uint)conditions.Count)
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Row {rowsBefore + row} has condition code {codes[row]}, but codes go from 0 to {conditions.Count - 1}. Drop rows whose condition is missing."),
                    nameof(codes));
            }
        }

        CheckFinite(rows, width, rowsBefore, "");
        return count;
    }

    /// <summary>Refuses numbers that are not finite.</summary>
    public static void CheckFinite(ReadOnlySpan<float> rows, int width, long rowsBefore, string column)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (!float.IsFinite(rows[i]))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The value in {column}row {rowsBefore + i / width}, column {i % width} (both counted from 0) is {rows[i]}. Scores need finite numbers: remove such rows or replace missing values first."),
                    nameof(rows));
            }
        }
    }
}
