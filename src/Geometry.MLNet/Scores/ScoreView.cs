using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>A view with a score of it appended, the same in every row.</summary>
internal sealed class ScoreView(IDataView source, DataViewSchema schema, Lazy<IReadOnlyList<ScoreEntry>> entries) : IDataView
{
    public bool CanShuffle => source.CanShuffle;

    public DataViewSchema Schema => schema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        bool[] active = ActiveColumns.Of(schema, columnsNeeded);
        return new AppendedColumnsCursor(source.GetRowCursor(Inherited(active), rand), schema, active, _ => Getter());
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        bool[] active = ActiveColumns.Of(schema, columnsNeeded);
        return Array.ConvertAll(
            source.GetRowCursorSet(Inherited(active), n, rand), DataViewRowCursor (cursor) => new AppendedColumnsCursor(cursor, schema, active, _ => Getter()));
    }

    private IEnumerable<DataViewSchema.Column> Inherited(bool[] active) => source.Schema.Where(column => active[column.Index]);

    private ValueGetter<VBuffer<double>> Getter() => (ref VBuffer<double> value) =>
    {
        VBufferEditor<double> editor = VBufferEditor.Create(ref value, entries.Value.Count);
        for (int slot = 0; slot < entries.Value.Count; slot++)
        {
            ScoreValue score = entries.Value[slot].Value;
            editor.Values[slot] = score.IsDefined ? score.Value : double.NaN;
        }

        value = editor.Commit();
    };
}
