using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>Columns of numbers that are read in one pass: those that are needed, and of others as many as go into a memory.</summary>
internal sealed class NumberColumns
{
    private readonly List<FloatRows> _columns;
    private readonly List<Action<Span<float>>> _readers = [];
    private readonly int _needed;
    private readonly long _mostBytes;
    private long _bytesOfRow;

    /// <summary>Chooses the columns.</summary>
    /// <param name="view">The view.</param>
    /// <param name="needed">The columns that are read in any case.</param>
    /// <param name="others">Columns that are read as well, the first of them first, if there is room.</param>
    /// <param name="mostBytes">The most memory that all of them together take for others to be among them.</param>
    public NumberColumns(IDataView view, IReadOnlyCollection<string> needed, IEnumerable<string> others, long mostBytes)
    {
        (_needed, _mostBytes) = (needed.Count, mostBytes);
        long? rows = view.GetRowCount();
        (string Name, int Width)[] all = [.. needed.Concat(others).Select(name => (name, FloatColumn.Width(view.Schema, "embedding", name, nameof(view))))];
        long bytesOfRow = 0;
        _columns = [];
        foreach ((string name, int width) in all)
        {
            if (_columns.Count < _needed || (rows ?? 1) * (bytesOfRow + BytesOf(width)) <= mostBytes)
            {
                _columns.Add(new FloatRows(name, width, rows));
                bytesOfRow += BytesOf(width);
            }
        }

        _bytesOfRow = bytesOfRow;
    }

    /// <summary>Gets the names of the columns.</summary>
    public IEnumerable<string> Names => _columns.Select(column => column.Column);

    /// <summary>Gets the columns with what was read.</summary>
    public IReadOnlyList<FloatRows> Columns => _columns;

    /// <summary>Binds the columns to the rows that a cursor moves over.</summary>
    public void Bind(DataViewRow row) => _readers.AddRange(_columns.Select(column => FloatColumn.Reader(row, row.Schema[column.Column].Index)));

    /// <summary>Reads the numbers of the current row.</summary>
    public void ReadRow()
    {
        for (int i = 0; i < _columns.Count; i++)
        {
            _readers[i](_columns[i].Next());
        }

        // A view may not have known how many rows it has: the last columns are left to a later pass then.
        while (_columns.Count > _needed && _columns[0].Rows * _bytesOfRow > _mostBytes)
        {
            _bytesOfRow -= BytesOf(_columns[^1].Width);
            _columns.RemoveAt(_columns.Count - 1);
        }
    }

    private static long BytesOf(int width) => (long)sizeof(float) * width;
}
