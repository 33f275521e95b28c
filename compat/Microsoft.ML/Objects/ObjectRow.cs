using Microsoft.ML.Rows;

namespace Microsoft.ML.Data;

/// <summary>One object after the other as the row that a row mapper reads.</summary>
internal sealed class ObjectRow<TRow>(ObjectColumns<TRow> columns) : DataViewRow
    where TRow : class
{
    private readonly RowBox<TRow> _box = new();
    private long _position = -1;

    public override long Position => _position;

    public override long Batch => 0;

    public override DataViewSchema Schema => columns.Schema;

    public void Set(TRow row)
    {
        _box.Value = row;
        _position++;
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)_position, 0);

    public override bool IsColumnActive(DataViewSchema.Column column)
    {
        Check.Param((uint)column.Index < (uint)columns.Count, nameof(column), "Column index is out of range");
        return true;
    }

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        IsColumnActive(column) ? GetterCast.To<TValue>(columns.MakeGetter(column.Index, _box), Schema[column.Index]) : throw GetterCast.Inactive(nameof(column));
}
