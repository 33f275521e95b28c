using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.External;

/// <summary>What an assembly outside the library can write: appends twice a Single column, counts its own work.</summary>
public sealed class DoublingEstimator(string output, string input) : IEstimator<DoublingTransformer>
{
    public int Fits { get; private set; }

    public DoublingTransformer Fit(IDataView input1)
    {
        Fits++;
        return new DoublingTransformer(output, input);
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        var builder = new DataViewSchema.Builder();
        builder.AddColumn(output, NumberDataViewType.Single);
        return new SchemaShape(inputSchema.Where(c => c.Name != output).Append(Shapes.Of(builder.ToSchema())[0]));
    }
}

public static class Shapes
{
    public static SchemaShape Of(DataViewSchema schema) => new SchemaLoader(schema).Append(new EstimatorChain<ITransformer>()).GetOutputSchema();

    private sealed class SchemaLoader(DataViewSchema schema) : IDataLoader<object>
    {
        public IDataView Load(object input) => throw new NotSupportedException();

        public DataViewSchema GetOutputSchema() => schema;

        public void Save(ModelSaveContext ctx) => throw new NotSupportedException();
    }
}

public sealed class DoublingTransformer(string output, string input) : ITransformer, IDisposable
{
    public bool Disposed { get; private set; }

    public int Computed { get; set; }

    public ITransformer? SavedAs { get; init; }

    public bool IsRowToRowMapper { get; init; } = true;

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => GetRowToRowMapper(inputSchema).OutputSchema;

    public IDataView Transform(IDataView data) => new View(this, data);

    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => new Mapper(this, inputSchema, inputSchema[input], output);

    public void Save(ModelSaveContext ctx) => SavedAs?.Save(ctx);

    public void Dispose() => Disposed = true;

    private sealed class View(DoublingTransformer parent, IDataView source) : IDataView
    {
        private readonly IRowToRowMapper _mapper = parent.GetRowToRowMapper(source.Schema);

        public bool CanShuffle => source.CanShuffle;

        public DataViewSchema Schema => _mapper.OutputSchema;

        public long? GetRowCount() => source.GetRowCount();

        public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
        {
            var needed = columnsNeeded.ToArray();
            var cursor = source.GetRowCursor(_mapper.GetDependencies(needed), rand);
            return new Cursor(cursor, _mapper.GetRow(cursor, needed));
        }

        public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];
    }

    private sealed class Mapper : IRowToRowMapper
    {
        private readonly DoublingTransformer _parent;
        private readonly DataViewSchema.Column _source;

        public Mapper(DoublingTransformer parent, DataViewSchema inputSchema, DataViewSchema.Column source, string output)
        {
            _parent = parent;
            _source = source;
            InputSchema = inputSchema;
            var builder = new DataViewSchema.Builder();
            builder.AddColumns(inputSchema);
            builder.AddColumn(output, NumberDataViewType.Single);
            OutputSchema = builder.ToSchema();
        }

        public DataViewSchema InputSchema { get; }

        public DataViewSchema OutputSchema { get; }

        public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns) =>
            dependingColumns.Select(c => c.Index < InputSchema.Count ? InputSchema[c.Index] : _source).DistinctBy(c => c.Index).ToArray();

        public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns) =>
            new Row(_parent, input, OutputSchema, _source, activeColumns.Select(c => c.Index).ToHashSet());
    }

    private sealed class Row(DoublingTransformer parent, DataViewRow input, DataViewSchema schema, DataViewSchema.Column source, HashSet<int> active) : DataViewRow
    {
        public override long Position => input.Position;

        public override long Batch => input.Batch;

        public override DataViewSchema Schema => schema;

        public override ValueGetter<DataViewRowId> GetIdGetter() => input.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
                throw new ArgumentOutOfRangeException(nameof(column), "requested column not active");
            if (column.Index < schema.Count - 1)
                return input.GetGetter<TValue>(input.Schema[column.Index]);
            var get = input.GetGetter<float>(source);
            ValueGetter<float> doubled = (ref float value) =>
            {
                get(ref value);
                parent.Computed++;
                value *= 2;
            };
            return doubled as ValueGetter<TValue> ?? throw new InvalidOperationException("Invalid TValue in GetGetter");
        }
    }

    private sealed class Cursor(DataViewRowCursor source, DataViewRow row) : DataViewRowCursor
    {
        public override long Position => source.Position;

        public override long Batch => source.Batch;

        public override DataViewSchema Schema => row.Schema;

        public override ValueGetter<DataViewRowId> GetIdGetter() => row.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) => row.IsColumnActive(column);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => row.GetGetter<TValue>(column);

        public override bool MoveNext() => source.MoveNext();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
        }
    }
}
