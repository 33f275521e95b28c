using Microsoft.ML.Rows;

namespace Microsoft.ML.Transforms;

public sealed class StatefulCustomMappingTransformer<TSrc, TDst, TState> : ITransformer
    where TSrc : class, new()
    where TDst : class, new()
    where TState : class, new()
{
    private readonly Action<TSrc, TDst, TState> _map;
    private readonly Action<TState> _initialize;
    private readonly string _contractName;
    private readonly SchemaDefinition _inputDefinition = SchemaDefinition.Create(typeof(TSrc), SchemaDefinition.Direction.Write);

    internal StatefulCustomMappingTransformer(IHostEnvironment env, Action<TSrc, TDst, TState> mapAction, string contractName, Action<TState> stateInitAction)
    {
        Check.Value(env, nameof(env));
        Check.Value(mapAction, nameof(mapAction));
        _map = mapAction;
        _initialize = stateInitAction;
        _contractName = contractName;
        Inputs = new ObjectColumns<TSrc>(_inputDefinition);
        Outputs = new ObjectColumns<TDst>(null);
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
        return new AppendingRowMapper(new ObjectMapper<TSrc, TDst>(inputSchema, filler, Outputs, () =>
        {
            var state = new TState();
            _initialize?.Invoke(state);
            return (source, target) => _map(source, target, state);
        }));
    }
}
