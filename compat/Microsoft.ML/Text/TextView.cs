using Microsoft.ML.Rows;

namespace Microsoft.ML.Text;

/// <summary>The rows of text files, read anew by each cursor; a field is parsed when its column is read.</summary>
internal sealed class TextView(IHost host, TextLayout layout, IMultiStreamSource source) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => layout.Schema;

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null) =>
        new Cursor(host, layout, source, ColumnSet.Flags(Schema, columnsNeeded));

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(IHost host, TextLayout layout, IMultiStreamSource source, bool[] active) : SequentialCursor
    {
        private static readonly MethodInfo ScalarMethod = typeof(Cursor).GetMethod(nameof(Scalar), BindingFlags.NonPublic | BindingFlags.Instance);
        private static readonly MethodInfo VectorMethod = typeof(Cursor).GetMethod(nameof(Vector), BindingFlags.NonPublic | BindingFlags.Instance);

        private readonly IChannel _channel = host.Start(nameof(Cursor));
        private readonly TextFields _fields = new(layout.Options);
        private TextLines _lines;
        private int _file;

        public override DataViewSchema Schema => layout.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => ColumnSet.IsActive(active, column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) =>
        {
            CheckOnRow();
            value = new DataViewRowId((ulong)Position, 0);
        };

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
                throw GetterCast.Inactive(nameof(column));
            var source = layout.Columns[column.Index];
            var item = source.Type.ItemTypeOrSelf();
            object getter = (source.IsVector, item is TextDataViewType) switch
            {
                (false, true) => Text(source),
                (true, true) => TextVector(source),
                (var vector, _) => (vector ? VectorMethod : ScalarMethod).MakeGenericMethod(item.RawType)
                    .Invoke(this, BindingFlags.DoNotWrapExceptions, null, [source, item], null),
            };
            return GetterCast.To<TValue>((Delegate)getter, Schema[column.Index]);
        }

        protected override bool MoveNextCore()
        {
            if (layout.Options.MaxRows is long limit && Position + 1 >= limit)
                return false;
            while (true)
            {
                if (_lines is null)
                {
                    if (_file == source.Count)
                        return false;
                    _lines = new TextLines(source.OpenTextReader(_file++), layout.Options);
                    if (layout.Options.HasHeader)
                        _lines.Next();
                }
                if (_lines.Next() is { } line)
                {
                    _fields.Set(line);
                    return true;
                }
                _lines.Dispose();
                _lines = null;
            }
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            _lines?.Dispose();
            _lines = null;
            _file = source.Count;
            _channel.Dispose();
        }

        private void CheckOnRow() => Check.That(Position >= 0, "Cannot call a getter before the first row or after the last");

        private ValueGetter<ReadOnlyMemory<char>> Text(TextColumn column)
        {
            int field = column.Segments[0].Min;
            return (ref ReadOnlyMemory<char> value) =>
            {
                CheckOnRow();
                value = _fields.Text(field);
            };
        }

        private ValueGetter<VBuffer<ReadOnlyMemory<char>>> TextVector(TextColumn column) => (ref VBuffer<ReadOnlyMemory<char>> value) =>
        {
            CheckOnRow();
            var editor = VBufferEditor.Create(ref value, LengthOf(column));
            int slot = 0;
            foreach (var segment in column.Segments)
            {
                for (int field = segment.Min, end = EndOf(segment); field < end; field++)
                    editor.Values[slot++] = _fields.Text(field);
            }
            value = editor.Commit();
        };

        private ValueGetter<T> Scalar<T>(TextColumn column, DataViewType item)
        {
            int field = column.Segments[0].Min;
            var parse = FieldParsers.For<T>(item, layout.Options.DecimalMarker);
            var missing = Missing<T>();
            return (ref T value) =>
            {
                CheckOnRow();
                value = Parse(field, parse, missing);
            };
        }

        private ValueGetter<VBuffer<T>> Vector<T>(TextColumn column, DataViewType item)
        {
            var parse = FieldParsers.For<T>(item, layout.Options.DecimalMarker);
            var missing = Missing<T>();
            return (ref VBuffer<T> value) =>
            {
                CheckOnRow();
                var editor = VBufferEditor.Create(ref value, LengthOf(column));
                int slot = 0;
                foreach (var segment in column.Segments)
                {
                    for (int field = segment.Min, end = EndOf(segment); field < end; field++)
                        editor.Values[slot++] = Parse(field, parse, missing);
                }
                value = editor.Commit();
            };
        }

        private T Parse<T>(int field, FieldParser<T> parse, T missing)
        {
            var text = _fields.Span(field);
            if (text.IsEmpty || text.IsWhiteSpace())
                return _fields.IsOmitted(field) ? default : missing;
            parse(text, out var value);
            return value;
        }

        private T Missing<T>() => !layout.Options.MissingRealsAsNaNs ? default
            : typeof(T) == typeof(float) ? (T)(object)float.NaN
            : typeof(T) == typeof(double) ? (T)(object)double.NaN
            : default;

        private int EndOf(TextSegment segment) => segment.End == TextSegment.Open ? Math.Max(segment.Min, _fields.Width) : segment.End;

        private int LengthOf(TextColumn column)
        {
            int length = 0;
            foreach (var segment in column.Segments)
                length += EndOf(segment) - segment.Min;
            return length;
        }
    }
}
