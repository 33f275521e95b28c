using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>A view with a score of it appended, the same in every row.</summary>
internal sealed class ScoreView(IDataView source, DataViewSchema schema, SharedPass pass, Lazy<IReadOnlyList<ScoreEntry>> entries) : IDataView
{
    /// <summary>Gets what reads the view for this score and those around it.</summary>
    public SharedPass Pass => pass;

    public bool CanShuffle => source.CanShuffle;

    public DataViewSchema Schema => schema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        bool[] active = ActiveColumns.Of(schema, columnsNeeded);
        return Wrap(source.GetRowCursor(Inherited(active), rand), active);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        bool[] active = ActiveColumns.Of(schema, columnsNeeded);
        return Array.ConvertAll(source.GetRowCursorSet(Inherited(active), n, rand), cursor => Wrap(cursor, active));
    }

    private IEnumerable<DataViewSchema.Column> Inherited(bool[] active) => source.Schema.Where(column => active[column.Index]);

    private DataViewRowCursor Wrap(DataViewRowCursor cursor, bool[] active) =>
        new AppendedColumnsCursor(cursor, schema, active, _ => Getter(cursor));

    private ValueGetter<VBuffer<double>> Getter(DataViewRow row) => (ref VBuffer<double> value) =>
    {
        if (row.Position < 0)
        {
            throw ColumnErrors.NoRow();
        }

        VBufferEditor<double> editor = VBufferEditor.Create(ref value, entries.Value.Count);
        for (int slot = 0; slot < entries.Value.Count; slot++)
        {
            ScoreValue score = entries.Value[slot].Value;
            editor.Values[slot] = score.IsDefined ? score.Value : double.NaN;
        }

        value = editor.Commit();
    };
}
