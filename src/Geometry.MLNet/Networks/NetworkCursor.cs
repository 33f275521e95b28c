using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>
/// Reads a batch of rows ahead of its consumer and runs the network once for all of them. What else the consumer asked for of these rows is
/// kept with them, so the source is read only once.
/// </summary>
internal sealed class NetworkCursor : DataViewRowCursor
{
    private readonly DataViewRowCursor _source;
    private readonly NetworkMapper _mapper;
    private readonly bool[] _active, _wanted;
    private readonly ColumnBuffer?[] _inherited;
    private readonly Action<Span<float>> _readFeatures;
    private readonly ValueGetter<DataViewRowId> _readId;
    private readonly float[] _features;
    private readonly DataViewRowId[] _ids;
    private readonly long[] _batches;
    private readonly LayerValues _values;
    private int _row = -1, _rows;
    private bool _done;
    private long _position = -1;

    public NetworkCursor(DataViewRowCursor source, NetworkMapper mapper, bool[] active, int batchSize)
    {
        (_source, _mapper, _active, _wanted) = (source, mapper, active, mapper.WantedLayers(active));
        _inherited = new ColumnBuffer?[mapper.InputSchema.Count];
        foreach (DataViewSchema.Column column in mapper.InputSchema)
        {
            _inherited[column.Index] = active[column.Index] ? ColumnBuffer.Create(source, column, batchSize) : null;
        }

        _readFeatures = FloatColumn.Reader(source, mapper.InputColumn);
        _readId = source.GetIdGetter();
        _features = new float[batchSize * mapper.Network.InputWidth];
        _ids = new DataViewRowId[batchSize];
        _batches = new long[batchSize];
        _values = new LayerValues(mapper.Network.LayerWidths, batchSize, _wanted);
    }

    public override DataViewSchema Schema => _mapper.OutputSchema;

    public override long Position => _position;

    public override long Batch => _row >= 0 ? _batches[_row] : _source.Batch;

    public override bool MoveNext()
    {
        if (_done)
        {
            return false;
        }

        if (_row + 1 >= _rows && !Fill())
        {
            _done = true;
            (_row, _position) = (-1, -1);
            return false;
        }

        _row++;
        _position++;
        return true;
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = _ids[Current()];

    public override bool IsColumnActive(DataViewSchema.Column column) => _active[column.Index];

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!_active[column.Index])
        {
            throw ColumnErrors.Inactive();
        }

        return column.Index < _inherited.Length
            ? _inherited[column.Index]!.Getter<TValue>(Current) ?? throw ColumnErrors.WrongGetterType(column.Index, Schema[column.Index].Name, Schema[column.Index].Type)
            : _mapper.AppendedGetter<TValue>(column, _values, Current);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _done = true;
            (_row, _position) = (-1, -1);
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Fill()
    {
        int width = _mapper.Network.InputWidth;
        (_row, _rows) = (-1, 0);
        while (_rows < _ids.Length && _source.MoveNext())
        {
            _readFeatures(_features.AsSpan(_rows * width, width));
            _readId(ref _ids[_rows]);
            _batches[_rows] = _source.Batch;
            foreach (ColumnBuffer? buffer in _inherited)
            {
                buffer?.Store(_rows);
            }

            _rows++;
        }

        if (_rows == 0)
        {
            return false;
        }

        _mapper.Network.Run(_features, _rows, _wanted, _values);
        return true;
    }

    private int Current() => _row >= 0
        ? _row
        : throw ColumnErrors.NoRow();
}
