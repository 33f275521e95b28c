using Microsoft.ML.Rows;

namespace Microsoft.ML.Data;

/// <summary>Adds the predictions of a model.</summary>
public abstract class PredictionTransformerBase<TModel> : IPredictionTransformer<TModel>, IDisposable
    where TModel : class
{
    private protected PredictionTransformerBase(IHost host, TModel model)
    {
        Host = host;
        Model = model;
    }

    public TModel Model { get; }

    private protected IHost Host { get; }

    bool ITransformer.IsRowToRowMapper => true;

    public abstract DataViewSchema GetOutputSchema(DataViewSchema inputSchema);

    public IDataView Transform(IDataView input)
    {
        Check.Value(input, nameof(input));
        return new MappedView(input, new AppendingRowMapper(MakeMapper(input.Schema)));
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return new AppendingRowMapper(MakeMapper(inputSchema));
    }

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        Check.Value(ctx, nameof(ctx));
        SaveModel(ctx);
    }

    public void Dispose() => (Model as IDisposable)?.Dispose();

    private protected abstract ColumnMapper MakeMapper(DataViewSchema inputSchema);

    private protected abstract void SaveModel(ModelSaveContext ctx);
}
