namespace Geometry.Scores;

/// <summary>
/// Compares any score with a null: the score is computed again on data without the structure, and the place of the observed value among
/// those is its p-value.
/// </summary>
public static class NullTest
{
    /// <summary>
    /// Scores the data and surrogates of it. Scores whose options hold a <see cref="NullOptions"/> (decodability, CCGP, shattering,
    /// parallelism) do the same by that option, and share work between the draws.
    /// </summary>
    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="score">Computes the entries; always the same number in the same order. It is called by several threads at a time.</param>
    /// <param name="options">Which null; null for a label shuffle of 100 draws.</param>
    /// <param name="maximumThreads">The most threads that compute scores; null for one a processor. The result does not depend on it.</param>
    /// <returns>The entries of the data as it is, with <see cref="ScoreEntry.Null"/>.</returns>
    /// <exception cref="ArgumentException">
    /// Rows and conditions do not fit together, the null is <see cref="NullKind.PairPermutation"/>, or the number of entries changes.
    /// </exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(
        Representation representation,
        ConditionLabels conditions,
        Func<Representation, ConditionLabels, IReadOnlyList<ScoreEntry>> score,
        NullOptions? options = null,
        int? maximumThreads = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(score);
        conditions.CheckFit(representation);
        options ??= new NullOptions();
        options.CheckIsGeneral();
        var threads = maximumThreads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, nameof(maximumThreads));
        return Attach(score(representation, conditions), Draw(representation, conditions, score, options, threads), options);
    }

    /// <summary>The entries of every draw.</summary>
    internal static IReadOnlyList<ScoreEntry>[] Draw(
        Representation representation,
        ConditionLabels conditions,
        Func<Representation, ConditionLabels, IReadOnlyList<ScoreEntry>> score,
        NullOptions options,
        int threads)
    {
        options.CheckIsGeneral();
        var draws = new IReadOnlyList<ScoreEntry>[options.Draws];
        Workers.Run(threads, draws.Length, () => 0, (draw, _) =>
        {
            var (surrogate, labels) = Surrogates.Draw(representation, conditions, options, draw);
            draws[draw] = score(surrogate, labels);
        });
        return draws;
    }

    /// <summary>Adds to the observed entries what the draws say.</summary>
    internal static IReadOnlyList<ScoreEntry> Attach(
        IReadOnlyList<ScoreEntry> observed, IReadOnlyList<IReadOnlyList<ScoreEntry>> draws, NullOptions options)
    {
        var result = new ScoreEntry[observed.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = Attach(observed[i], Values(draws, i, observed.Count), options);
        }

        return result;
    }

    /// <summary>Adds to an observed entry what the values of the draws say.</summary>
    internal static ScoreEntry Attach(ScoreEntry observed, double[] values, NullOptions options)
    {
        if (!observed.Value.IsDefined)
        {
            return observed;
        }

        var better = ScoreCatalog.Find(observed.Score)?.Better ?? ScoreDirection.Higher;
        return observed with { Null = NullSummary.Of(options.Name, observed.Value.Value, values, better) };
    }

    /// <summary>The values that the draws gave for one entry, without the undefined ones.</summary>
    internal static double[] Values(IReadOnlyList<IReadOnlyList<ScoreEntry>> draws, int index, int count)
    {
        var values = new List<double>();
        foreach (var draw in draws)
        {
            if (draw.Count != count)
            {
                throw new ArgumentException($"The score gave {count} entries for the data, but {draw.Count} for a surrogate; it must always give the same.");
            }

            if (draw[index].Value.IsDefined)
            {
                values.Add(draw[index].Value.Value);
            }
        }

        return [.. values];
    }
}
