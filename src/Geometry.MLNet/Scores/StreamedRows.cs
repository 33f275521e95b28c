using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>
/// Gathers the moments of a view's columns without holding its rows: a pass over the condition columns, of which the codes are kept, and one over the
/// numbers.
/// </summary>
internal static class StreamedRows
{
    private const int BlockRows = 256;

    /// <summary>
    /// Gathers the moments where they take less memory than the rows: where the rows are more than twice the conditions times the width of the
    /// columns together. Null where they do not; the rows are then better held.
    /// </summary>
    /// <param name="view">The view.</param>
    /// <param name="columns">The columns, of which at most one is compared with.</param>
    /// <param name="plan">What fitting learned.</param>
    /// <exception cref="ArgumentException">There is a condition that was not learned, or a number is not finite.</exception>
    public static MomentAccumulator? Gather(IDataView view, ScoreColumns columns, ScorePlan plan)
    {
        int width = FloatColumn.Width(view.Schema, "embedding", columns.Embedding, nameof(view));
        string? other = columns.Compared.SingleOrDefault();
        int otherWidth = other is null ? 0 : FloatColumn.Width(view.Schema, "input", other, nameof(view));
        long least = 2L * plan.Conditions.Count * (width + otherWidth);
        if (view.GetRowCount() is { } rows && rows <= least)
        {
            return null;
        }

        ConditionLabels conditions = plan.Relabel(ScoreData.Read(view, columns, withTarget: false, withNumbers: false).Conditions(), columns);
        if (conditions.Rows <= least)
        {
            return null;
        }

        var moments = new MomentAccumulator(conditions, width, otherWidth);
        float[] block = new float[BlockRows * width], otherBlock = new float[BlockRows * otherWidth];
        using DataViewRowCursor cursor = view.GetRowCursor([.. new[] { columns.Embedding, other }.OfType<string>().Distinct().Select(name => view.Schema[name])]);
        Action<Span<float>> read = FloatColumn.Reader(cursor, view.Schema[columns.Embedding].Index);
        Action<Span<float>>? readOther = other is null ? null : FloatColumn.Reader(cursor, view.Schema[other].Index);
        for (int start = 0; start < conditions.Rows; start += BlockRows)
        {
            int count = Math.Min(BlockRows, conditions.Rows - start);
            for (int row = 0; row < count; row++)
            {
                if (!cursor.MoveNext())
                {
                    throw new InvalidOperationException($"The view gave {conditions.Rows} rows at first and {start + row} when it was read again; cache it with Data.Cache.");
                }

                read(block.AsSpan(row * width, width));
                readOther?.Invoke(otherBlock.AsSpan(row * otherWidth, otherWidth));
            }

            Add(moments, columns, block.AsSpan(0, count * width), otherBlock.AsSpan(0, count * otherWidth), conditions.Codes.Slice(start, count));
        }

        return moments;
    }

    private static void Add(MomentAccumulator moments, ScoreColumns columns, Span<float> rows, Span<float> otherRows, ReadOnlySpan<int> codes)
    {
        try
        {
            moments.Add(rows, otherRows, codes);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"Column '{columns.Embedding}': {exception.Message}", exception);
        }
    }
}
