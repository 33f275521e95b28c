namespace Geometry;

/// <summary>Finds the name that somebody probably meant, for suggestions in messages. Compiled into each project that links it.</summary>
internal static class NearestName
{
    /// <summary>Gives the candidate with the smallest edit distance; null when there is none.</summary>
    public static string? To(string name, IEnumerable<string> candidates) => candidates.MinBy(candidate => Distance(name, candidate));

    // Levenshtein's distance: the number of insertions, deletions and replacements, with case ignored.
    private static int Distance(string from, string to)
    {
        (from, to) = (from.ToLowerInvariant(), to.ToLowerInvariant());
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
