using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>What is done with some rows: their embeddings one after the other, those of the column to compare with, and the conditions.</summary>
internal delegate void RowBlockAction(ReadOnlySpan<float> rows, ReadOnlySpan<float> otherRows, ReadOnlySpan<int> conditions);

/// <summary>A view's columns, gone over block by block as often as needed, without holding its rows.</summary>
internal sealed class StreamedRows
{
    private const int BlockRows = 256;

    // 256 MiB: so much is held rather than rows whose number is not known.
    private const long MostForUnknown = 1L << 25;

    private readonly IDataView _view;
    private readonly ScoreColumns _columns;
    private readonly ScorePlan _plan;
    private readonly string? _other;
    private readonly int _otherWidth;

    private StreamedRows(IDataView view, ScoreColumns columns, ScorePlan plan)
    {
        (_view, _columns, _plan, _other) = (view, columns, plan, columns.Compared.SingleOrDefault());
        Width = FloatColumn.Width(view.Schema, "embedding", columns.Embedding, nameof(view));
        _otherWidth = _other is null ? 0 : FloatColumn.Width(view.Schema, "input", _other, nameof(view));
    }

    /// <summary>Gets the number of units of the embedding.</summary>
    public int Width { get; }

    /// <summary>Goes over a view, unless the score needs the rows at once or the view knows that it has so few that holding them takes less memory. Null then.</summary>
    /// <param name="view">The view.</param>
    /// <param name="columns">The columns, of which at most one is compared with.</param>
    /// <param name="plan">What fitting learned.</param>
    /// <param name="recipe">The score.</param>
    public static StreamedRows? Of(IDataView view, ScoreColumns columns, ScorePlan plan, ScoreRecipe recipe)
    {
        if (columns.Compared.Count > 1)
        {
            return null;
        }

        var rows = new StreamedRows(view, columns, plan);
        int width = rows.Width + rows._otherWidth;
        return recipe.NumbersHeld(columns, plan.Targets, width) is { } doubles
            && (view.GetRowCount() is { } count ? count * width > 2 * doubles : doubles <= MostForUnknown)
                ? rows
                : null;
    }

    /// <summary>Gathers the moments in one pass.</summary>
    /// <exception cref="ArgumentException">A label is missing, a condition was not learned, a number is not finite, or there are no rows.</exception>
    public MomentAccumulator Gather()
    {
        var moments = new MomentAccumulator(_plan.Targets.Conditions, Width, _otherWidth);
        Read(moments.Add);
        RequireRows(moments.Rows);
        return moments;
    }

    /// <summary>Counts the rows of each condition in one pass over the condition columns alone.</summary>
    /// <exception cref="ArgumentException">A label is missing, a condition was not learned, or there are no rows.</exception>
    public long[] Count()
    {
        var counts = new long[_plan.Conditions.Count];
        using DataViewRowCursor cursor = Open([]);
        ConditionReader conditions = Conditions(cursor);
        for (long row = 0; cursor.MoveNext(); row++)
        {
            counts[conditions.Read(row)]++;
        }

        RequireRows(counts.Sum());
        return counts;
    }

    /// <summary>Hands out all rows in one pass.</summary>
    /// <exception cref="ArgumentException">A label is missing, a condition was not learned, or a number is not finite.</exception>
    public void Read(RowBlockAction action)
    {
        float[] block = new float[BlockRows * Width], otherBlock = new float[BlockRows * _otherWidth];
        int[] codes = new int[BlockRows];
        using DataViewRowCursor cursor = Open([_columns.Embedding, .. _columns.Compared]);
        ConditionReader conditions = Conditions(cursor);
        Action<Span<float>> read = FloatColumn.Reader(cursor, _view.Schema[_columns.Embedding].Index);
        Action<Span<float>>? readOther = _other is null ? null : FloatColumn.Reader(cursor, _view.Schema[_other].Index);
        int count = 0;
        for (long row = 0; cursor.MoveNext(); row++)
        {
            codes[count] = conditions.Read(row);
            read(block.AsSpan(count * Width, Width));
            readOther?.Invoke(otherBlock.AsSpan(count * _otherWidth, _otherWidth));
            if (++count == BlockRows)
            {
                HandOut(action, block, otherBlock, codes);
                count = 0;
            }
        }

        HandOut(action, block.AsSpan(0, count * Width), otherBlock.AsSpan(0, count * _otherWidth), codes.AsSpan(0, count));
    }

    private void HandOut(RowBlockAction action, ReadOnlySpan<float> rows, ReadOnlySpan<float> otherRows, ReadOnlySpan<int> codes)
    {
        // No codes would mean a single condition.
        if (codes.IsEmpty)
        {
            return;
        }

        try
        {
            action(rows, otherRows, codes);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"Column '{_columns.Embedding}': {exception.Message}", exception);
        }
    }

    private void RequireRows(long rows)
    {
        if (rows == 0)
        {
            throw new ArgumentException($"The view has no rows, so column '{_columns.Embedding}' cannot be scored.");
        }
    }

    private ConditionReader Conditions(DataViewRow row) => new(row, _columns.Conditions, name => _plan.CodeOf(name, _columns));

    private DataViewRowCursor Open(IReadOnlyList<string> numbers) =>
        _view.GetRowCursor([.. _columns.Conditions.Concat(numbers).Distinct().Select(name => _view.Schema[name])]);
}
