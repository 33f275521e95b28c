using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Scores of one or several columns, one line a score, variant and target. Immutable.</summary>
public sealed class ScoreTable
{
    internal ScoreTable(IEnumerable<ScoreRow> rows) => Rows = [.. rows];

    /// <summary>Gets the lines, in the order of the pipeline.</summary>
    public IReadOnlyList<ScoreRow> Rows { get; }

    /// <summary>Finds the lines of a score.</summary>
    /// <param name="embedding">The column that was scored.</param>
    /// <param name="score">The name of the score, whatever the case.</param>
    /// <returns>The lines, none where the column was not scored so.</returns>
    public IEnumerable<ScoreEntry> Find(string embedding, string score) => Rows
        .Where(row => row.Embedding == embedding && string.Equals(row.Entry.Score, score, StringComparison.OrdinalIgnoreCase))
        .Select(row => row.Entry);

    /// <summary>Gets the value of a score in its only line, or in the line of a target.</summary>
    /// <param name="embedding">The column that was scored.</param>
    /// <param name="score">The name of the score, whatever the case.</param>
    /// <param name="target">The target; null where the score has one line only.</param>
    /// <returns>The value, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">There is no such line, or more than one.</exception>
    public ScoreValue Value(string embedding, string score, string? target = null)
    {
        ScoreEntry[] found = [.. Find(embedding, score).Where(entry => target is null || entry.Target == target)];
        return found.Length == 1
            ? found[0].Value
            : throw new ArgumentException(
                $"{found.Length} lines have embedding '{embedding}' and score '{score}'{(target is null ? "" : $" and target '{target}'")}. The table has: "
                + string.Join("; ", Rows.Select(row => $"{row.Embedding} {row.Entry.Score} {row.Entry.Variant} {row.Entry.Target}")));
    }
}
