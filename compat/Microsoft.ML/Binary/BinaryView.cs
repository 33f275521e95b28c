using System.Text;
using Microsoft.ML.Rows;

namespace Microsoft.ML.Binary;

/// <summary>The rows of a binary file, read anew by each cursor.</summary>
internal sealed class BinaryView : IDataView
{
    private static readonly MethodInfo CellMethod = typeof(BinaryView).GetMethod(nameof(MakeCell), BindingFlags.NonPublic | BindingFlags.Static);

    private readonly IMultiStreamSource _source;
    private readonly long _rowCount;

    public BinaryView(IMultiStreamSource source)
    {
        Check.Value(source, nameof(source));
        Check.Param(source.Count == 1, nameof(source), "Need exactly one file");
        _source = source;
        using var reader = Open(out var schema);
        Schema = schema;
        Check.Decode(reader.BaseStream.Length - reader.BaseStream.Position >= sizeof(long), "Corrupt binary data file: truncated");
        reader.BaseStream.Seek(-sizeof(long), SeekOrigin.End);
        _rowCount = reader.ReadInt64();
        Check.Decode(_rowCount >= 0, "Corrupt binary data file: truncated");
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _rowCount;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null) =>
        new Cursor(this, ColumnSet.Flags(Schema, columnsNeeded));

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private BinaryReader Open(out DataViewSchema schema)
    {
        var reader = new BinaryReader(new BufferedStream(_source.Open(0), 1 << 16), Encoding.UTF8);
        try
        {
            Check.Decode(reader.ReadUInt64() == BinaryFormat.Magic, "This is not a binary data file");
            schema = SchemaFormat.Read(reader);
            return reader;
        }
        catch (EndOfStreamException e)
        {
            reader.Dispose();
            throw new FormatException("This is not a binary data file", e);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private static Cell MakeCell<T>(DataViewSchema.Column column, Func<bool> onRow) => new Cell<T>(ValueCodec.Create<T>(column.Type), ValueCopy.For<T>(), onRow);

    private abstract class Cell
    {
        public abstract Delegate Getter { get; }

        public abstract void Read(BinaryReader reader);
    }

    private sealed class Cell<T>(ValueCodec<T> codec, ValueCopy<T> copy, Func<bool> onRow) : Cell
    {
        private T _value;

        public override Delegate Getter => (ValueGetter<T>)((ref T value) =>
        {
            Check.That(onRow(), "Cannot call a getter before the first row or after the last");
            copy(in _value, ref value);
        });

        public override void Read(BinaryReader reader) => codec.Read(reader, ref _value);
    }

    private sealed class Cursor : SequentialCursor
    {
        private readonly BinaryView _view;
        private readonly bool[] _active;
        private readonly BinaryReader _reader;
        private readonly Cell[] _cells;

        public Cursor(BinaryView view, bool[] active)
        {
            _view = view;
            _active = active;
            _reader = view.Open(out _);
            _cells = [.. view.Schema.Select(c => CellMethod.Invoke<Cell>(c.Type.RawType, c, (Func<bool>)(() => Position >= 0)))];
        }

        public override DataViewSchema Schema => _view.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => ColumnSet.IsActive(_active, column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)Position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => IsColumnActive(column)
            ? GetterCast.To<TValue>(_cells[column.Index].Getter, Schema[column.Index])
            : throw GetterCast.Inactive(nameof(column));

        protected override bool MoveNextCore()
        {
            if (Position + 1 >= _view._rowCount)
                return false;
            try
            {
                foreach (var cell in _cells)
                    cell.Read(_reader);
            }
            catch (EndOfStreamException e)
            {
                throw new FormatException("Corrupt binary data file: truncated", e);
            }
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            _reader.Dispose();
        }
    }
}
