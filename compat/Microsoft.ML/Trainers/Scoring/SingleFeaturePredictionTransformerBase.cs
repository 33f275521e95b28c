using Microsoft.ML.Binary;
using Microsoft.ML.Transforms;

namespace Microsoft.ML.Data;

/// <summary>Adds the predictions of a model of one feature column.</summary>
public abstract class SingleFeaturePredictionTransformerBase<TModel> : PredictionTransformerBase<TModel>, ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    private const string ModelPart = "Model";

    private protected SingleFeaturePredictionTransformerBase(IHost host, TModel model, string featureColumnName, DataViewType featureColumnType)
        : base(host, model)
    {
        FeatureColumnName = featureColumnName;
        FeatureColumnType = featureColumnType;
    }

    public string FeatureColumnName { get; }

    public DataViewType FeatureColumnType { get; }

    public sealed override DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return MakeMapper(inputSchema).OutputSchema;
    }

    /// <summary>The feature column of a schema, of the type that the model was trained on.</summary>
    private protected DataViewSchema.Column FindFeatures(DataViewSchema inputSchema)
    {
        var column = inputSchema.GetColumnOrNull(FeatureColumnName) ?? throw Check.ExceptSchemaMismatch(nameof(inputSchema), "feature", FeatureColumnName);
        return column.Type.Equals(FeatureColumnType) ? column
            : throw Check.ExceptSchemaMismatch(nameof(inputSchema), "feature", FeatureColumnName, FeatureColumnType.ToString(), column.Type.ToString());
    }

    private protected void SaveBase(ModelSaveContext ctx, string signature)
    {
        ctx.SetSignature(signature);
        ctx.Writer.Write(FeatureColumnName);
        SchemaFormat.WriteType(ctx.Writer, FeatureColumnType);
        ctx.SaveModel(ModelPart, (ICanSaveModel)Model);
    }

    internal static (string FeatureColumnName, DataViewType FeatureColumnType, TModel Model) LoadBase(IHostEnvironment env, ModelLoadContext ctx)
    {
        string name = ctx.Reader.ReadString();
        var type = SchemaFormat.ReadType(ctx.Reader);
        return (name, type, ctx.LoadModel<TModel>(env, ModelPart));
    }
}
