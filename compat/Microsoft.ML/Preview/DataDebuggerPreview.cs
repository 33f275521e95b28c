using System.Text;
using Microsoft.ML.Rows;

namespace Microsoft.ML.Data;

public sealed class DataDebuggerPreview
{
    private static readonly MethodInfo ReaderMethod = typeof(DataDebuggerPreview).GetMethod(nameof(Reader), BindingFlags.NonPublic | BindingFlags.Static);

    internal DataDebuggerPreview(IDataView data, int maxRows)
    {
        Check.Value(data, nameof(data));
        Check.Param(maxRows >= 0, nameof(maxRows), "The number of rows must not be negative");
        Schema = data.Schema;

        int columns = Schema.Count;
        var cells = new List<object>[columns];
        var rows = ImmutableArray.CreateBuilder<RowInfo>();
        using (var cursor = data.GetRowCursor(Schema))
        {
            var readers = new Func<object>[columns];
            for (int i = 0; i < columns; i++)
            {
                cells[i] = [];
                readers[i] = ReaderMethod.Invoke<Func<object>>(Schema[i].Type.RawType, cursor, Schema[i]);
            }
            while (rows.Count < maxRows && cursor.MoveNext())
            {
                var row = new KeyValuePair<string, object>[columns];
                for (int i = 0; i < columns; i++)
                {
                    object value = readers[i]();
                    cells[i].Add(value);
                    row[i] = new KeyValuePair<string, object>(Schema[i].Name, value);
                }
                rows.Add(new RowInfo(row));
            }
        }
        RowView = rows.ToImmutable();
        ColumnView = [.. Schema.Select(c => new ColumnInfo(c, [.. cells[c.Index]]))];
    }

    public DataViewSchema Schema { get; }

    public ImmutableArray<ColumnInfo> ColumnView { get; }

    public ImmutableArray<RowInfo> RowView { get; }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Schema.Count} columns, {RowView.Length} rows");
        return text.ToString();
    }

    private static Func<object> Reader<T>(DataViewRow row, DataViewSchema.Column column)
    {
        var get = row.GetGetter<T>(column);
        return () =>
        {
            T value = default;
            get(ref value);
            return value;
        };
    }

    public sealed class ColumnInfo
    {
        internal ColumnInfo(DataViewSchema.Column column, object[] values)
        {
            Column = column;
            Values = values;
        }

        public DataViewSchema.Column Column { get; }

        public object[] Values { get; }

        public override string ToString() => $"{Column.Name}: {Column.Type}";
    }

    public sealed class RowInfo
    {
        internal RowInfo(KeyValuePair<string, object>[] values) => Values = values;

        public KeyValuePair<string, object>[] Values { get; }

        public override string ToString() => $"{Values.Length} columns";
    }
}
