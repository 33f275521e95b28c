using Microsoft.ML.Rows;

namespace Microsoft.ML.Transforms;

public sealed class CustomMappingTransformer<TSrc, TDst> : ITransformer
    where TSrc : class, new()
    where TDst : class, new()
{
    private readonly Action<TSrc, TDst> _map;
    private readonly string _contractName;
    private readonly SchemaDefinition _inputDefinition;

    internal CustomMappingTransformer(
        IHostEnvironment env,
        Action<TSrc, TDst> mapAction,
        string contractName,
        SchemaDefinition inputSchemaDefinition = null,
        SchemaDefinition outputSchemaDefinition = null)
    {
        Check.Value(env, nameof(env));
        Check.Value(mapAction, nameof(mapAction));
        _map = mapAction;
        _contractName = contractName;
        _inputDefinition = inputSchemaDefinition ?? SchemaDefinition.Create(typeof(TSrc), SchemaDefinition.Direction.Write);
        Inputs = new ObjectColumns<TSrc>(_inputDefinition);
        Outputs = new ObjectColumns<TDst>(outputSchemaDefinition);
    }

    bool ITransformer.IsRowToRowMapper => true;

    internal ObjectColumns<TSrc> Inputs { get; }

    internal ObjectColumns<TDst> Outputs { get; }

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return MakeMapper(inputSchema).OutputSchema;
    }

    public IDataView Transform(IDataView input)
    {
        Check.Value(input, nameof(input));
        return new MappedView(input, MakeMapper(input.Schema));
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return MakeMapper(inputSchema);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        Check.Value(ctx, nameof(ctx));
        ContractFormat.Save(ctx, _contractName, _map.Method);
    }

    private AppendingRowMapper MakeMapper(DataViewSchema inputSchema)
    {
        var filler = new ObjectFiller<TSrc>(inputSchema, ignoreMissingColumns: false, _inputDefinition);
        return new AppendingRowMapper(new ObjectMapper<TSrc, TDst>(inputSchema, filler, Outputs, () => _map));
    }
}
