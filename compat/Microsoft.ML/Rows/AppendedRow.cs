namespace Microsoft.ML.Rows;

/// <summary>A row with computed columns after those of its input row.</summary>
internal sealed class AppendedRow(DataViewRow input, DataViewSchema schema, bool[] active, Delegate[] getters) : DataViewRow
{
    public override long Position => input.Position;

    public override long Batch => input.Batch;

    public override DataViewSchema Schema => schema;

    public override ValueGetter<DataViewRowId> GetIdGetter() => input.GetIdGetter();

    public override bool IsColumnActive(DataViewSchema.Column column) => ColumnSet.IsActive(active, column);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!IsColumnActive(column))
            throw GetterCast.Inactive(nameof(column));
        int added = column.Index - input.Schema.Count;
        return added < 0
            ? input.GetGetter<TValue>(input.Schema[column.Index])
            : GetterCast.To<TValue>(getters[added], schema[column.Index]);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            input.Dispose();
    }
}
