using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Several matrices of the same rows as one, so that what draws rows draws those of all.</summary>
internal sealed class JoinedRows
{
    private readonly int _inputs, _values;

    public JoinedRows(Representation embedding, Representation? inputs, Representation? values)
    {
        (_inputs, _values) = (inputs?.Width ?? 0, values?.Width ?? 0);
        All = _inputs + _values == 0 ? embedding : Join([.. new[] { embedding, inputs, values }.OfType<Representation>()]);
    }

    /// <summary>Gets all of them, side by side.</summary>
    public Representation All { get; }

    /// <summary>Takes rows apart again.</summary>
    public ScoreInput Split(Representation rows, ConditionLabels conditions, ScoreTargets targets)
    {
        int width = rows.Width - _inputs - _values;
        return new ScoreInput(
            _inputs + _values == 0 ? rows : Part(rows, 0, width)!, Part(rows, width, _inputs), Part(rows, width + _inputs, _values), conditions, targets);
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

    private static Representation? Part(Representation rows, int start, int width)
    {
        if (width == 0)
        {
            return null;
        }

        var values = new float[rows.Rows * width];
        for (int row = 0; row < rows.Rows; row++)
        {
            rows.Row(row).Slice(start, width).CopyTo(values.AsSpan(row * width));
        }

        return new Representation(values, rows.Rows, width);
    }
}
