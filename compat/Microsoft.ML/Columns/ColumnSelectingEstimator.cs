namespace Microsoft.ML.Transforms;

public sealed class ColumnSelectingEstimator : TrivialEstimator<ColumnSelectingTransformer>
{
    private readonly ColumnSelection _selection;

    internal ColumnSelectingEstimator(IHostEnvironment env, ColumnSelection selection)
        : base(env.Register(nameof(ColumnSelectingEstimator)), new ColumnSelectingTransformer(selection))
    {
        _selection = selection;
    }

    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return _selection.Of(inputSchema);
    }
}
