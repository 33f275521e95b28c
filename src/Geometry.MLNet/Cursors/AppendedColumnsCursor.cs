using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>
/// A cursor over a source with columns appended whose values do not depend on the row, or none of which is wanted: every call goes to the
/// source's cursor, under the schema of the view.
/// </summary>
/// <param name="source">The source's cursor; disposed with this one.</param>
/// <param name="schema">The schema of the view: the source's columns, then the appended ones.</param>
/// <param name="active">For each column whether it was asked for.</param>
/// <param name="appended">Makes the getter of an appended column, given its place among the appended ones.</param>
internal sealed class AppendedColumnsCursor(
    DataViewRowCursor source, DataViewSchema schema, bool[] active, Func<int, Delegate> appended) : DataViewRowCursor
{
    public override DataViewSchema Schema => schema;

    public override long Position => source.Position;

    public override long Batch => source.Batch;

    public override bool MoveNext() => source.MoveNext();

    public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

    public override bool IsColumnActive(DataViewSchema.Column column) => active[column.Index];

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!active[column.Index])
        {
            throw ColumnErrors.Inactive();
        }

        int inherited = source.Schema.Count;
        return column.Index < inherited
            ? source.GetGetter<TValue>(source.Schema[column.Index])
            : appended(column.Index - inherited) as ValueGetter<TValue>
                ?? throw ColumnErrors.WrongGetterType(column.Index, schema[column.Index].Name, schema[column.Index].Type);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
