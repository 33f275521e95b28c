namespace Microsoft.ML.Trainers;

/// <summary>A trainer of one feature column and a label.</summary>
public abstract class TrainerEstimatorBase<TTransformer, TModel> : ITrainerEstimator<TTransformer, TModel>
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    public readonly SchemaShape.Column FeatureColumn;
    public readonly SchemaShape.Column LabelColumn;
    public readonly SchemaShape.Column WeightColumn;

    private protected TrainerEstimatorBase(IHost host, SchemaShape.Column feature, SchemaShape.Column label, SchemaShape.Column weight = default)
    {
        Host = host;
        FeatureColumn = feature;
        LabelColumn = label;
        WeightColumn = weight;
    }

    private protected IHost Host { get; }

    public abstract TrainerInfo Info { get; }

    public TTransformer Fit(IDataView input) => Train(input, null);

    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        CheckInputSchema(inputSchema);
        return inputSchema.With(GetOutputColumns(inputSchema));
    }

    /// <summary>Trains, from the parameters of <paramref name="start"/> when they are given.</summary>
    private protected TTransformer Train(IDataView data, TModel start)
    {
        Check.Value(data, nameof(data));
        CheckInputSchema(SchemaShape.Create(data.Schema));
        var features = data.Schema[FeatureColumn.Name];
        var label = data.Schema[LabelColumn.Name];
        using var channel = Host.Start("Training");
        var rows = TrainingReader.Read(data, features, label, WeightColumn.Name is null ? null : data.Schema[WeightColumn.Name], channel);
        Check.That(rows.Count > 0, "No valid training instances found, all instances have missing features.");
        return MakeTransformer(TrainModel(rows, label, start, channel), features, label);
    }

    private protected abstract TModel TrainModel(TrainingRows rows, DataViewSchema.Column label, TModel start, IChannel channel);

    private protected abstract TTransformer MakeTransformer(TModel model, DataViewSchema.Column features, DataViewSchema.Column label);

    private protected abstract SchemaShape.Column[] GetOutputColumns(SchemaShape inputSchema);

    private void CheckInputSchema(SchemaShape inputSchema)
    {
        CheckColumn(inputSchema, FeatureColumn, "feature", nameof(inputSchema));
        if (WeightColumn.Name is not null) CheckColumn(inputSchema, WeightColumn, "weight", nameof(inputSchema));
        CheckColumn(inputSchema, LabelColumn, "label", "labelCol");
    }

    private static void CheckColumn(SchemaShape inputSchema, SchemaShape.Column wanted, string role, string parameter)
    {
        if (!inputSchema.TryFindColumn(wanted.Name, out var found))
            throw Check.ExceptSchemaMismatch(nameof(inputSchema), role, wanted.Name);
        if (!wanted.IsCompatibleWith(found))
            throw Check.ExceptSchemaMismatch(parameter, role, wanted.Name, wanted.GetTypeString(), found.GetTypeString());
    }
}
