using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>One row with the network's columns appended, for prediction engines and stock row mappers; the network runs once a position.</summary>
internal sealed class NetworkRow : DataViewRow
{
    private readonly DataViewRow _input;
    private readonly NetworkMapper _mapper;
    private readonly bool[] _active, _wanted;
    private readonly LayerValues _values;
    private readonly float[] _features;
    private readonly Action<Span<float>>? _readFeatures;
    private long _computedAt = long.MinValue;

    public NetworkRow(DataViewRow input, NetworkMapper mapper, bool[] active)
    {
        (_input, _mapper, _active, _wanted) = (input, mapper, active, mapper.WantedLayers(active));
        _values = new LayerValues(mapper.Network.LayerWidths, 1, _wanted);
        _features = new float[mapper.Network.InputWidth];
        if (mapper.NeedsNetwork(active))
        {
            _readFeatures = FloatColumn.Reader(input, mapper.InputColumn);
        }
    }

    public override DataViewSchema Schema => _mapper.OutputSchema;

    public override long Position => _input.Position;

    public override long Batch => _input.Batch;

    public override ValueGetter<DataViewRowId> GetIdGetter() => _input.GetIdGetter();

    public override bool IsColumnActive(DataViewSchema.Column column) => _active[column.Index];

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!_active[column.Index])
        {
            throw ColumnErrors.Inactive();
        }

        return column.Index < _mapper.InputSchema.Count
            ? _input.GetGetter<TValue>(_mapper.InputSchema[column.Index])
            : _mapper.AppendedGetter<TValue>(column, _values, Current);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _input.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Current()
    {
        if (_computedAt != _input.Position)
        {
            _readFeatures!(_features);
            _mapper.Network.Run(_features, 1, _wanted, _values);
            _computedAt = _input.Position;
        }

        return 0;
    }
}
