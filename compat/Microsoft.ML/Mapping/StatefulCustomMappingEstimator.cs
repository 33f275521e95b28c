namespace Microsoft.ML.Transforms;

public sealed class StatefulCustomMappingEstimator<TSrc, TDst, TState> : TrivialEstimator<StatefulCustomMappingTransformer<TSrc, TDst, TState>>
    where TSrc : class, new()
    where TDst : class, new()
    where TState : class, new()
{
    internal StatefulCustomMappingEstimator(IHostEnvironment env, Action<TSrc, TDst, TState> mapAction, string contractName, Action<TState> stateInitAction)
        : base(env.Register("StatefulCustomMappingEstimator"), new StatefulCustomMappingTransformer<TSrc, TDst, TState>(env, mapAction, contractName, stateInitAction))
    {
    }

    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        foreach (var wanted in SchemaShape.Create(Transformer.Inputs.Schema))
        {
            if (!inputSchema.TryFindColumn(wanted.Name, out _))
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", wanted.Name);
        }
        return inputSchema.With([.. SchemaShape.Create(Transformer.Outputs.Schema)]);
    }
}
