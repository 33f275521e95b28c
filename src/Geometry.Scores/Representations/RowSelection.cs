using Geometry.Seeding;

namespace Geometry.Scores;

/// <summary>Which rows of each condition take part in a score.</summary>
internal static class RowSelection
{
    /// <summary>Why nothing can be decoded from rows of which <see cref="IsConstant"/> is true.</summary>
    public const string ConstantReason = "the representation has zero variance: all rows are equal";

    /// <summary>Lists the rows of each condition, ascending; at most the given number of each, drawn without replacement.</summary>
    public static int[][] ByCondition(ConditionLabels conditions, int? maximum, long seed)
    {
        var rows = new int[conditions.Count][];
        for (var condition = 0; condition < rows.Length; condition++)
        {
            rows[condition] = new int[conditions.RowsOf[condition]];
        }

        var next = new int[rows.Length];
        for (var row = 0; row < conditions.Rows; row++)
        {
            var condition = conditions.Codes[row];
            rows[condition][next[condition]++] = row;
        }

        if (maximum is not { } limit)
        {
            return rows;
        }

        var stream = new RandomStream(seed, StreamNames.Split).Fork("rows");
        for (var condition = 0; condition < rows.Length; condition++)
        {
            if (rows[condition].Length > limit)
            {
                stream.Fork(condition).Shuffle<int>(rows[condition]);
                rows[condition] = rows[condition][..limit];
                Array.Sort(rows[condition]);
            }
        }

        return rows;
    }

    /// <summary>How many rows <see cref="ByCondition"/> lists.</summary>
    public static int Count(ConditionLabels conditions, int? maximum) => conditions.RowsOf.Sum(rows => Math.Min(rows, maximum ?? rows));

    /// <summary>The names of conditions with fewer rows than needed, or null when there are none.</summary>
    public static string? TooFew(ConditionLabels conditions, int needed)
    {
        var names = Enumerable.Range(0, conditions.Count).Where(c => conditions.RowsOf[c] < needed).Select(c => $"'{conditions.Names[c]}'").ToArray();
        return names.Length == 0 ? null : Listed(names);
    }

    /// <summary>Up to three names, and how many more there are.</summary>
    public static string Listed(string[] names) => string.Join(", ", names.Take(3)) + (names.Length > 3 ? $" and {names.Length - 3} more" : "");

    /// <summary>Whether all rows are equal.</summary>
    public static bool IsConstant(Representation representation)
    {
        var first = representation.Row(0);
        for (var row = 1; row < representation.Rows; row++)
        {
            if (!representation.Row(row).SequenceEqual(first))
            {
                return false;
            }
        }

        return true;
    }
}
