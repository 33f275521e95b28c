using System.Text;
using Microsoft.ML.Rows;

namespace Microsoft.ML.Text;

/// <summary>Writes a view as separated text that the text loader reads back.</summary>
internal sealed class TextSaver(char separator, bool headerRow, bool schema, bool keepHidden, bool forceDense)
{
    private static readonly MethodInfo FieldsMethod = typeof(TextSaver).GetMethod(nameof(ScalarFields), BindingFlags.NonPublic | BindingFlags.Instance);
    private static readonly MethodInfo VectorFieldsMethod = typeof(TextSaver).GetMethod(nameof(VectorFields), BindingFlags.NonPublic | BindingFlags.Instance);

    public void Save(IDataView data, Stream stream)
    {
        var columns = data.Schema.Where(c => (keepHidden || !c.IsHidden) && CanWrite(c.Type)).ToArray();
        Check.That(columns.Count(c => c.Type.ValueCount() == 0) <= 1 && columns.SkipLast(1).All(c => c.Type.ValueCount() > 0), "Only the last column can be a vector of variable length");
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        if (schema)
        {
            var text = new StringBuilder();
            TextSchemaHeader.Write(text, columns, separator, headerRow, sparse: !forceDense);
            writer.Write(text);
        }
        if (headerRow)
            writer.WriteLine(string.Join(separator, columns.SelectMany(HeaderOf)));

        using var cursor = data.GetRowCursor(columns);
        var fields = new List<string>();
        var fill = columns.Select(c => FieldsOf(cursor, c, fields)).ToArray();
        while (cursor.MoveNext())
        {
            fields.Clear();
            foreach (var add in fill)
                add();
            WriteRow(writer, fields);
        }
    }

    private static bool CanWrite(DataViewType type) => type.ItemTypeOrSelf() is var item && item is not RowIdDataViewType && (item is KeyDataViewType || item.IsStandardScalar());

    private void WriteRow(StreamWriter writer, List<string> fields)
    {
        int explicitCount = fields.Count(f => f is not null);
        if (!forceDense && explicitCount > 0 && 2 * explicitCount < fields.Count - 1)
        {
            writer.Write(fields.Count.ToString(CultureInfo.InvariantCulture));
            for (int i = 0; i < fields.Count; i++)
            {
                if (fields[i] is null)
                    continue;
                writer.Write(separator);
                writer.Write(i.ToString(CultureInfo.InvariantCulture));
                writer.Write(':');
                writer.Write(fields[i]);
            }
        }
        else
        {
            for (int i = 0; i < fields.Count; i++)
            {
                if (i > 0)
                    writer.Write(separator);
                writer.Write(fields[i] ?? "0");
            }
        }
        writer.WriteLine();
    }

    private IEnumerable<string> HeaderOf(DataViewSchema.Column column)
    {
        if (column.Type is not VectorDataViewType vector)
            return [Quoted(column.Name)];
        if (!column.HasSlotNames())
            return Enumerable.Repeat("\"\"", Math.Max(vector.Size, 1));
        VBuffer<ReadOnlyMemory<char>> names = default;
        column.GetSlotNames(ref names);
        return [.. names.DenseValues().Select(n => Quoted(n.ToString()))];
    }

    /// <summary>An action that adds the current row's fields; null stands for a zero, which a sparse line leaves out.</summary>
    private Action FieldsOf(DataViewRow row, DataViewSchema.Column column, List<string> fields)
    {
        var item = column.Type.ItemTypeOrSelf();
        return (Action)(column.Type is VectorDataViewType ? VectorFieldsMethod : FieldsMethod).MakeGenericMethod(item.RawType)
            .Invoke(this, BindingFlags.DoNotWrapExceptions, null, [row, column, item, fields], null);
    }

    private Action ScalarFields<T>(DataViewRow row, DataViewSchema.Column column, DataViewType item, List<string> fields)
    {
        var get = row.GetGetter<T>(column);
        var format = Formatter<T>(item);
        T value = default;
        return () =>
        {
            get(ref value);
            fields.Add(format(value));
        };
    }

    private Action VectorFields<T>(DataViewRow row, DataViewSchema.Column column, DataViewType item, List<string> fields)
    {
        var get = row.GetGetter<VBuffer<T>>(column);
        var format = Formatter<T>(item);
        VBuffer<T> buffer = default;
        return () =>
        {
            get(ref buffer);
            foreach (var value in buffer.DenseValues())
                fields.Add(format(value));
        };
    }

    private Func<T, string> Formatter<T>(DataViewType item)
    {
        if (item is KeyDataViewType)
            return value => Convert.ToUInt64(value, CultureInfo.InvariantCulture) is var raw && raw == 0 ? "?" : (raw - 1).ToString(CultureInfo.InvariantCulture);
        return value => value switch
        {
            float.NaN or double.NaN => "?",
            0f or 0d or false or 0 or (byte)0 or (sbyte)0 or (short)0 or (ushort)0 or 0U or 0L or 0UL => null,
            true => "1",
            ReadOnlyMemory<char> text => Quoted(text.ToString()),
            DateTime time => Quoted(time.ToString("o", CultureInfo.InvariantCulture)),
            DateTimeOffset time => Quoted(time.ToString("o", CultureInfo.InvariantCulture)),
            TimeSpan span => Quoted(span.ToString("c", CultureInfo.InvariantCulture)),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw Check.Except($"Values of {typeof(T)} cannot be written as text"),
        };
    }

    private string Quoted(string text)
    {
        bool plain = text.Length > 0 && !text.Contains(separator) && text.AsSpan().IndexOfAny("\"\r\n:#") < 0 && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]);
        return plain ? text : "\"" + text.Replace("\"", "\"\"") + "\"";
    }
}
