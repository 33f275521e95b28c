using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>A network bound to a schema: knows where its input stands and what it appends.</summary>
internal sealed class NetworkMapper : IRowToRowMapper
{
    private readonly NetworkColumn[] _columns;

    public NetworkMapper(DataViewSchema inputSchema, int inputColumn, IForwardPass network, NetworkColumn[] columns)
    {
        InputSchema = inputSchema;
        InputColumn = inputColumn;
        Network = network;
        _columns = columns;
        var builder = new DataViewSchema.Builder();
        builder.AddColumns(inputSchema);
        builder.AddColumns(columns.Select(column => column.Detached));
        OutputSchema = builder.ToSchema();
    }

    public DataViewSchema InputSchema { get; }

    public DataViewSchema OutputSchema { get; }

    /// <summary>Gets the index of the column that the network reads.</summary>
    public int InputColumn { get; }

    /// <summary>Gets the network.</summary>
    public IForwardPass Network { get; }

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns) =>
        SourceColumns(ActiveColumns.Of(OutputSchema, dependingColumns));

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new NetworkRow(input, this, ActiveColumns.Of(OutputSchema, activeColumns));
    }

    /// <summary>The columns of the source that the active columns need.</summary>
    public IEnumerable<DataViewSchema.Column> SourceColumns(bool[] active)
    {
        bool network = NeedsNetwork(active);
        return InputSchema.Where(column => active[column.Index] || (network && column.Index == InputColumn)).ToArray();
    }

    /// <summary>Whether a column of the network is among the active ones.</summary>
    public bool NeedsNetwork(bool[] active) => active.AsSpan(InputSchema.Count).Contains(true);

    /// <summary>For each layer of the network whether an active column needs it.</summary>
    public bool[] WantedLayers(bool[] active)
    {
        var wanted = new bool[Network.LayerWidths.Count];
        for (int i = 0; i < _columns.Length; i++)
        {
            wanted[_columns[i].Layer] |= active[InputSchema.Count + i];
        }

        return wanted;
    }

    /// <summary>The getter of one of the network's columns.</summary>
    public ValueGetter<TValue> AppendedGetter<TValue>(DataViewSchema.Column column, LayerValues values, Func<int> current) =>
        _columns[column.Index - InputSchema.Count].Getter(values, current) as ValueGetter<TValue>
            ?? throw ColumnErrors.WrongGetterType(column.Index, OutputSchema[column.Index].Name, OutputSchema[column.Index].Type);
}
