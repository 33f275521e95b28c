namespace Geometry.Networks;

/// <summary>Levenshtein's distance, for suggestions in messages.</summary>
internal static class EditDistance
{
    /// <summary>Counts the insertions, deletions and replacements that turn one text into the other.</summary>
    public static int Between(string from, string to)
    {
        int[] previous = [.. Enumerable.Range(0, to.Length + 1)], current = new int[to.Length + 1];
        for (int i = 1; i <= from.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replacement = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(replacement, 1 + Math.Min(previous[j], current[j - 1]));
            }

            (previous, current) = (current, previous);
        }

        return previous[to.Length];
    }
}
