using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>
/// A transformer that runs a network over a vector column and adds columns with the values of its layers. Rows are read ahead and run as
/// batches; columns that nobody asks for are not computed. It is row to row, so it serves in a prediction engine.
/// </summary>
public abstract class NetworkTransformer : ITransformer
{
    private readonly IForwardPass _network;
    private readonly NetworkColumn[] _columns;
    private readonly int _batchSize;

    private protected NetworkTransformer(string inputColumnName, IForwardPass network, IEnumerable<NetworkColumn> columns, int batchSize)
    {
        InputColumnName = inputColumnName;
        _network = network;
        _columns = [.. columns];
        _batchSize = batchSize;
    }

    /// <summary>Gets the name of the column that the network reads: a vector of Single of known size.</summary>
    public string InputColumnName { get; }

    /// <summary>Gets the names of the columns that the network adds, in order.</summary>
    public IReadOnlyList<string> OutputColumnNames => [.. _columns.Select(column => column.Detached.Name)];

    /// <summary>Gets the columns that the network adds, in order.</summary>
    private protected IReadOnlyList<NetworkColumn> NetworkColumns => _columns;

    /// <summary>Gets true: each output row follows from one input row.</summary>
    public bool IsRowToRowMapper => true;

    /// <summary>Gets the schema of the output for a schema of the input.</summary>
    /// <param name="inputSchema">The schema of the input.</param>
    /// <returns>The input's columns, followed by the network's.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The input column is absent or of another type or size.</exception>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => Bind(inputSchema).OutputSchema;

    /// <summary>Adds the network's columns to a view. No row is read until a cursor is moved.</summary>
    /// <param name="input">The view.</param>
    /// <returns>The view with the columns appended.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The input column is absent or of another type or size.</exception>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new NetworkView(input, Bind(input.Schema), _batchSize);
    }

    /// <summary>Gets the mapper of single rows.</summary>
    /// <param name="inputSchema">The schema of the rows.</param>
    /// <returns>The mapper.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The input column is absent or of another type or size.</exception>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => Bind(inputSchema);

    /// <summary>Always refuses: <c>ml.Model.Save</c> is for stock transformers alone.</summary>
    /// <param name="ctx">Not used.</param>
    void ICanSaveModel.Save(ModelSaveContext ctx) => throw StockSave.Refused($"the network over column '{InputColumnName}'");

    private NetworkMapper Bind(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        int width = FloatColumn.Width(inputSchema, "feature", InputColumnName, nameof(inputSchema));
        if (width != _network.InputWidth)
        {
            throw ColumnErrors.Mismatch(
                "feature", InputColumnName, $"Vector<Single, {_network.InputWidth}>", $"Vector<Single, {width}>",
                "The network was made for the former; give it the columns that it was fitted on.", nameof(inputSchema));
        }

        return new NetworkMapper(inputSchema, inputSchema[InputColumnName].Index, _network, _columns);
    }
}
