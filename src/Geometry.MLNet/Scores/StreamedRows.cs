using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Gathers the moments of a view's columns in one pass, without holding its rows.</summary>
internal static class StreamedRows
{
    private const int BlockRows = 256;

    /// <summary>Whether moments take less memory than rows: not if the view knows that it has at most twice as many rows as conditions times the width of the columns together.</summary>
    public static bool SavesMemory(IDataView view, ScoreColumns columns, ScorePlan plan)
    {
        (int width, int otherWidth) = Widths(view, columns);
        return !(view.GetRowCount() <= 2L * plan.Conditions.Count * (width + otherWidth));
    }

    /// <summary>Gathers the moments.</summary>
    /// <param name="view">The view.</param>
    /// <param name="columns">The columns, of which at most one is compared with.</param>
    /// <param name="plan">What fitting learned.</param>
    /// <exception cref="ArgumentException">A label is missing, a condition was not learned, a number is not finite, or there are no rows.</exception>
    public static MomentAccumulator Gather(IDataView view, ScoreColumns columns, ScorePlan plan)
    {
        DataViewSchema schema = view.Schema;
        (int width, int otherWidth) = Widths(view, columns);
        string? other = columns.Compared.SingleOrDefault();
        var moments = new MomentAccumulator(plan.Targets.Conditions, width, otherWidth);
        float[] block = new float[BlockRows * width], otherBlock = new float[BlockRows * otherWidth];
        int[] codes = new int[BlockRows];
        string[] needed = [.. columns.Conditions, columns.Embedding, .. columns.Compared];
        using DataViewRowCursor cursor = view.GetRowCursor([.. needed.Distinct().Select(name => schema[name])]);
        var conditions = new ConditionReader(cursor, columns.Conditions, name => plan.CodeOf(name, columns));
        Action<Span<float>> read = FloatColumn.Reader(cursor, schema[columns.Embedding].Index);
        Action<Span<float>>? readOther = other is null ? null : FloatColumn.Reader(cursor, schema[other].Index);
        int count = 0;
        for (long row = 0; cursor.MoveNext(); row++)
        {
            codes[count] = conditions.Read(row);
            read(block.AsSpan(count * width, width));
            readOther?.Invoke(otherBlock.AsSpan(count * otherWidth, otherWidth));
            if (++count == BlockRows)
            {
                Add(count);
                count = 0;
            }
        }

        Add(count);
        return moments.Rows > 0 ? moments : throw new ArgumentException($"The view has no rows, so column '{columns.Embedding}' cannot be scored.", nameof(view));

        void Add(int filled) => StreamedRows.Add(
            moments, columns, block.AsSpan(0, filled * width), otherBlock.AsSpan(0, filled * otherWidth), codes.AsSpan(0, filled));
    }

    private static (int Embedding, int Compared) Widths(IDataView view, ScoreColumns columns) => (
        FloatColumn.Width(view.Schema, "embedding", columns.Embedding, nameof(view)),
        columns.Compared.SingleOrDefault() is { } other ? FloatColumn.Width(view.Schema, "input", other, nameof(view)) : 0);

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
