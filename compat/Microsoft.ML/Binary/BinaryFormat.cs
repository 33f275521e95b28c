using System.Text;
using Microsoft.ML.Rows;

namespace Microsoft.ML.Binary;

/// <summary>The binary file: magic number, schema, rows one after the other, number of rows.</summary>
internal static class BinaryFormat
{
    public const ulong Magic = 0x00314D4C44425649;

    private static readonly MethodInfo WriterMethod = typeof(BinaryFormat).GetMethod(nameof(CellWriter), BindingFlags.NonPublic | BindingFlags.Static);

    public static void Save(IDataView data, Stream stream, bool keepHidden)
    {
        using var writer = new BinaryWriter(new BufferedStream(stream, 1 << 16), Encoding.UTF8, leaveOpen: true);
        var columns = data.Schema.Where(c => (keepHidden || !c.IsHidden) && ValueCodec.Handles(c.Type)).ToArray();
        writer.Write(Magic);
        SchemaFormat.Write(writer, columns);
        long count = 0;
        using (var cursor = data.GetRowCursor(columns))
        {
            var cells = columns.Select(c => WriterMethod.Invoke<Action>(c.Type.RawType, writer, cursor, c)).ToArray();
            while (cursor.MoveNext())
            {
                foreach (var write in cells)
                    write();
                count++;
            }
        }
        writer.Write(count);
        writer.Flush();
        writer.BaseStream.Flush();
    }

    private static Action CellWriter<T>(BinaryWriter writer, DataViewRow row, DataViewSchema.Column column)
    {
        var get = row.GetGetter<T>(column);
        var codec = ValueCodec.Create<T>(column.Type);
        T value = default;
        return () =>
        {
            get(ref value);
            codec.Write(writer, in value);
        };
    }
}
