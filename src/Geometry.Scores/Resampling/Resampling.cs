using Geometry.Seeding;

namespace Geometry.Scores;

/// <summary>Standard errors and intervals of any score, by computing it again on resampled data.</summary>
public static class Resampling
{
    /// <summary>Scores the data and resamples of it.</summary>
    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="score">
    /// Computes the entries; always the same number in the same order. It is called by several threads at a time. When conditions are left
    /// out it gets the labels of the others; see <see cref="Dichotomy.Restrict"/>.
    /// </param>
    /// <param name="options">What to resample; null for a bootstrap of 200 draws of rows.</param>
    /// <param name="maximumThreads">The most threads that compute scores; null for one a processor. The result does not depend on it.</param>
    /// <returns>
    /// The entries of the data as it is, with <see cref="ScoreEntry.Interval"/>: the percentiles of the bootstrap, or the jackknife's
    /// normal interval around the value. There is none for an undefined value or when fewer than two resamples have a value.
    /// </returns>
    /// <exception cref="ArgumentException">Rows and conditions do not fit together, or the number of entries changes.</exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(
        Representation representation,
        ConditionLabels conditions,
        Func<Representation, ConditionLabels, IReadOnlyList<ScoreEntry>> score,
        ResamplingOptions? options = null,
        int? maximumThreads = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(score);
        conditions.CheckFit(representation);
        options ??= new ResamplingOptions();
        var threads = maximumThreads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, nameof(maximumThreads));
        var observed = score(representation, conditions);
        var jackknife = options.Unit == ResamplingUnit.Conditions;
        var left = jackknife ? Enumerable.Range(0, conditions.Count).Where(c => conditions.RowsOf[c] < conditions.Rows).ToArray() : [];
        var draws = new IReadOnlyList<ScoreEntry>[jackknife ? left.Length : options.Draws];
        var rows = RowSelection.ByCondition(conditions, null, 0);
        Workers.Run(threads, draws.Length, () => 0, (draw, _) =>
        {
            var (resample, labels) = jackknife ? Without(representation, conditions, left[draw]) : Redrawn(representation, conditions, rows, options, draw);
            draws[draw] = score(resample, labels);
        });

        return [.. observed.Select((entry, i) => entry.Value.IsDefined ? entry with { Interval = Interval(entry, NullTest.Values(draws, i, observed.Count), options) } : entry)];
    }

    private static (Representation Representation, ConditionLabels Conditions) Without(Representation representation, ConditionLabels conditions, int condition) =>
        (Gather(representation, [.. Enumerable.Range(0, conditions.Rows).Where(row => conditions.Codes[row] != condition)]), conditions.Without(condition));

    private static (Representation Representation, ConditionLabels Conditions) Redrawn(
        Representation representation, ConditionLabels conditions, int[][] rows, ResamplingOptions options, int draw)
    {
        var stream = new RandomStream(options.Seed, StreamNames.Split).Fork("bootstrap").Fork(draw);
        var drawn = new int[conditions.Rows];
        for (var row = 0; row < drawn.Length; row++)
        {
            var among = rows[conditions.Codes[row]];
            drawn[row] = among[stream.NextInt32(among.Length)];
        }

        return (Gather(representation, drawn), conditions);
    }

    private static Representation Gather(Representation representation, int[] rows)
    {
        var values = new float[rows.Length * representation.Width];
        for (var i = 0; i < rows.Length; i++)
        {
            representation.Row(rows[i]).CopyTo(values.AsSpan(i * representation.Width));
        }

        return new Representation(values, rows.Length, representation.Width);
    }

    private static ScoreInterval? Interval(ScoreEntry entry, double[] values, ResamplingOptions options)
    {
        if (values.Length < 2)
        {
            return null;
        }

        var value = entry.Value.Value;
        var deviation = Statistics.StandardError(values)!.Value * Math.Sqrt(values.Length);
        if (options.Unit == ResamplingUnit.Conditions)
        {
            // sqrt((k-1)/k sum of squares), the sum being (k-1) times the sample variance.
            var error = deviation * (values.Length - 1) / Math.Sqrt(values.Length);
            var half = error * Normal.Quantile((1 + options.Level) / 2);
            return new ScoreInterval(options.Name, options.Level, value - half, value + half, error, values.Length);
        }

        Array.Sort(values);
        return new ScoreInterval(
            options.Name, options.Level, Percentile(values, (1 - options.Level) / 2), Percentile(values, (1 + options.Level) / 2), deviation, values.Length);
    }

    /// <summary>Between order statistics linearly, as numpy's default.</summary>
    private static double Percentile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = Math.Min((int)place, sorted.Length - 2);
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
