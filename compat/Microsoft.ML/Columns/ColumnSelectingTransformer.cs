using Microsoft.ML.Rows;

[assembly: LoadableComponent(Microsoft.ML.Transforms.ColumnSelectingTransformer.Signature, typeof(Microsoft.ML.Transforms.ColumnSelectingTransformer))]

namespace Microsoft.ML.Transforms;

public sealed class ColumnSelectingTransformer : ITransformer
{
    internal const string Signature = "SelectColumnsTransform";

    private readonly ColumnSelection _selection;

    internal ColumnSelectingTransformer(ColumnSelection selection) => _selection = selection;

    bool ITransformer.IsRowToRowMapper => true;

    public IDataView Transform(IDataView input)
    {
        Check.Value(input, nameof(input));
        return new MappedView(input, new Mapper(_selection, input.Schema));
    }

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return new Mapper(_selection, inputSchema).OutputSchema;
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return new Mapper(_selection, inputSchema);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        Check.Value(ctx, nameof(ctx));
        ctx.SetSignature(Signature);
        _selection.Save(ctx);
    }

    private static object Load(IHostEnvironment env, ModelLoadContext ctx) => new ColumnSelectingTransformer(ColumnSelection.Load(ctx));

    private sealed class Mapper : IRowToRowMapper
    {
        private readonly int[] _sources;

        public Mapper(ColumnSelection selection, DataViewSchema inputSchema)
        {
            InputSchema = inputSchema;
            _sources = selection.Of(inputSchema);
            var builder = new DataViewSchema.Builder();
            builder.AddColumns(_sources.Select(i => inputSchema[i]));
            OutputSchema = builder.ToSchema();
        }

        public DataViewSchema InputSchema { get; }

        public DataViewSchema OutputSchema { get; }

        public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns)
        {
            var needed = ColumnSet.Flags(OutputSchema, dependingColumns);
            return _sources.Where((_, i) => needed[i]).Distinct().Select(i => InputSchema[i]);
        }

        public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
        {
            Check.Value(input, nameof(input));
            return new SelectedRow(input, OutputSchema, _sources, ColumnSet.Flags(OutputSchema, activeColumns));
        }
    }

    private sealed class SelectedRow(DataViewRow input, DataViewSchema schema, int[] sources, bool[] active) : DataViewRow
    {
        public override long Position => input.Position;

        public override long Batch => input.Batch;

        public override DataViewSchema Schema => schema;

        public override ValueGetter<DataViewRowId> GetIdGetter() => input.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) => ColumnSet.IsActive(active, column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => IsColumnActive(column)
            ? input.GetGetter<TValue>(input.Schema[sources[column.Index]])
            : throw GetterCast.Inactive(nameof(column));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                input.Dispose();
        }
    }
}
