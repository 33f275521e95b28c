using Microsoft.ML.Rows;

namespace Microsoft.ML.Data;

public abstract class RowToRowTransformerBase : ITransformer
{
    private protected RowToRowTransformerBase(IHost host)
    {
        Check.Value(host, nameof(host));
        Host = host;
    }

    private protected IHost Host { get; }

    bool ITransformer.IsRowToRowMapper => true;

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        Check.Value(ctx, nameof(ctx));
        SaveModel(ctx);
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return new AppendingRowMapper(MakeMapper(inputSchema));
    }

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return MakeMapper(inputSchema).OutputSchema;
    }

    public IDataView Transform(IDataView input)
    {
        Check.Value(input, nameof(input));
        return new MappedView(input, new AppendingRowMapper(MakeMapper(input.Schema)));
    }

    /// <summary>Binds the transformer to an input schema; throws when a column is missing or has a wrong type.</summary>
    private protected abstract ColumnMapper MakeMapper(DataViewSchema inputSchema);

    /// <summary>Writes the signature and the state; the counterpart is a <see cref="LoadableComponentAttribute"/>.</summary>
    private protected abstract void SaveModel(ModelSaveContext ctx);
}
