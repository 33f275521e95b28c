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
                var entry = reason is null ? Entry(sides[i], sides[j], representations[j].Name, options) : Undefined(options, representations[j].Name, 0, reason);
                entries[i * count + j] = entry;
                entries[j * count + i] = entry with { Target = representations[i].Name };
            }
        }

        return new AlignmentMatrix([.. representations.Select(r => r.Name)], entries);
    }

    /// <summary>Measures the alignment with input and target together with the bounds that each sets on the other.</summary>
    /// <param name="representation">The responses.</param>
    /// <param name="input">The input of the same rows.</param>
    /// <param name="target">The target of the same rows, for example <see cref="Representation.Signs"/>.</param>
    /// <param name="targetName">The target's name.</param>
    /// <param name="conditions">The condition of each row; may be null with <see cref="AlignmentUnit.Rows"/>.</param>
    /// <param name="options">How to measure; null for the defaults. The floor is that of the centred kind.</param>
    /// <returns>The alignments and their bounds.</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ, or condition means are wanted without conditions.</exception>
    public static AlignmentRegion Region(
        Representation representation, Representation input, Representation target, string targetName, ConditionLabels? conditions, AlignmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(representation);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(targetName);
        options ??= new AlignmentOptions();
        var matrix = Matrix([(Itself, representation), ("input", input), (targetName, target)], conditions, options);
        var (toInput, toTarget, skew) = (matrix[0, 1], matrix[0, 2], matrix[1, 2].Value);
        var unknown = toInput.Value.Reason ?? skew.Reason;
        ScoreValue Bound(Func<double, double, double> cosine) =>
            unknown is null ? ScoreValue.Of(cosine(Math.Acos(skew.Value), Math.Acos(toInput.Value.Value))) : ScoreValue.Undefined(unknown);
        return new AlignmentRegion(
            toInput,
            toTarget,
            skew,
            Bound((c, a) => Math.Cos(Math.Max(0, c - a))),
            Bound((c, a) => Math.Max(0, Math.Cos(Math.Min(Math.PI, c + a)))),
            Floor(target, targetName, conditions, options));
    }

    private static ScoreValue Floor(Representation target, string targetName, ConditionLabels? conditions, AlignmentOptions options)
    {
        if (options.Kind != AlignmentKind.Centred)
        {
            return ScoreValue.Undefined("the floor is that of the centred kind");
        }

        if (ReasonAgainst(conditions, options) is { } reason)
        {
            return ScoreValue.Undefined(reason);
        }

        var side = Side(target, conditions, options, $"'{targetName}'");
        return side.Reason is null ? ScoreValue.Of(Math.Min(1, 1 / Math.Sqrt(side.Kernel.Square * (side.Rows - 1)))) : ScoreValue.Undefined(side.Reason);
    }
}
