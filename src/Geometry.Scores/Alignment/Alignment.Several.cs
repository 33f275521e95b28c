namespace Geometry.Scores;

/// <content>Alignments among several representations, each of which is prepared once.</content>
public static partial class Alignment
{
    /// <summary>Measures the alignment of every pair of representations of the same rows.</summary>
    /// <param name="representations">Name and responses of each, for example of every layer.</param>
    /// <param name="conditions">The condition of each row; may be null with <see cref="AlignmentUnit.Rows"/>.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>A symmetric matrix of entries.</returns>
    /// <exception cref="ArgumentException">There is none, the numbers of rows differ, or condition means are wanted without conditions.</exception>
    public static AlignmentMatrix Matrix(
        IReadOnlyList<(string Name, Representation Representation)> representations, ConditionLabels? conditions, AlignmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(representations);
        if (representations.Count == 0)
        {
            throw new ArgumentException("There is no representation to align.", nameof(representations));
        }

        options ??= new AlignmentOptions();
        var rows = representations[0].Representation.Rows;
        foreach (var (name, representation) in representations)
        {
            if (representation.Rows != rows)
            {
                throw new ArgumentException($"'{name}' has {representation.Rows} rows, but '{representations[0].Name}' has {rows}.", nameof(representations));
            }
        }

        CheckConditions(representations[0].Representation, conditions, options);
        var count = representations.Count;
        var entries = new ScoreEntry[count * count];
        var reason = ReasonAgainst(conditions, options);
        var sides = reason is null ? representations.Select(r => Side(r.Representation, conditions, options, $"'{r.Name}'")).ToArray() : [];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var entry = reason is null ? Entry(sides[i], sides[j], representations[j].Name, options, null) : Undefined(options, representations[j].Name, 0, reason);
                entries[i * count + j] = entry;
                entries[j * count + i] = entry with { Target = representations[i].Name };
            }
        }

        return new AlignmentMatrix([.. representations.Select(r => r.Name)], entries);
    }
}
