namespace Geometry.Experiments;

/// <summary>Names what a reader may have meant.</summary>
public static class Suggestion
{
    /// <summary>Gives <c>; did you mean 'x'? Known: a, b.</c>, without the question where nothing is near.</summary>
    /// <param name="given">The word that is not known.</param>
    /// <param name="known">The words that are.</param>
    /// <returns>The end of a sentence, with its full stop.</returns>
    public static string For(string given, IEnumerable<string> known)
    {
        string[] names = [.. known.Distinct()];
        string? nearest = names
            .Select(name => (Name: name, Distance: Distance(given.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(pair => pair.Distance <= Math.Max(1, given.Length / 3))
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Name)
            .FirstOrDefault();
        string question = nearest is null ? "." : $"; did you mean '{nearest}'?";
        return names.Length == 0 ? question : $"{question} Known: {string.Join(", ", names)}.";
    }

    // Levenshtein's distance, with an exchange of two neighbours as one change: the commonest slip of the fingers.
    private static int Distance(string from, string to)
    {
        int[,] cost = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                int replace = cost[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replace, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[from.Length, to.Length];
    }
}
