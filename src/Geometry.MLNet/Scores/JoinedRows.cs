using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Several matrices of the same rows as one, so that what draws rows draws those of all.</summary>
internal sealed class JoinedRows
{
    private readonly ScoreInput _input;

    public JoinedRows(ScoreInput input)
    {
        _input = input;
        List<Representation> parts = [input.Embedding, .. input.Compared];
        if (input.Values is { } values)
        {
            parts.Add(values);
        }

        All = parts.Count == 1 ? parts[0] : Join(parts);
    }

    /// <summary>Gets all of them, side by side.</summary>
    public Representation All { get; }

    /// <summary>Takes rows apart again.</summary>
    public ScoreInput Split(Representation rows, ConditionLabels conditions)
    {
        ScoreTargets targets = _input.Targets.Restrict(conditions);
        if (ReferenceEquals(All, _input.Embedding))
        {
            return new ScoreInput(rows, [], null, conditions, targets);
        }

        int next = 0;
        Representation Next(int width) => Part(rows, (next += width) - width, width);
        Representation embedding = Next(_input.Embedding.Width);
        Representation[] compared = [.. _input.Compared.Select(part => Next(part.Width))];
        return new ScoreInput(embedding, compared, _input.Values is { } values ? Next(values.Width) : null, conditions, targets);
    }

    private static Representation Join(IReadOnlyList<Representation> parts)
    {
        int width = parts.Sum(part => part.Width), rows = parts[0].Rows;
        var values = new float[checked(width * rows)];
        int place = 0;
        for (int row = 0; row < rows; row++)
        {
            foreach (Representation part in parts)
            {
                part.Row(row).CopyTo(values.AsSpan(place));
                place += part.Width;
            }
        }

        return new Representation(values, rows, width);
    }

    private static Representation Part(Representation rows, int start, int width)
    {
        var values = new float[rows.Rows * width];
        for (int row = 0; row < rows.Rows; row++)
        {
            rows.Row(row).Slice(start, width).CopyTo(values.AsSpan(row * width));
        }

        return new Representation(values, rows.Rows, width);
    }
}
