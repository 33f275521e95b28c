using System.Buffers.Binary;
using System.IO.Compression;

namespace Geometry.Tasks.Tests;

/// <summary>Makes IDX files.</summary>
internal static class IdxBytes
{
    public static byte[] Of(int[] dimensions, byte[] data)
    {
        byte[] header = new byte[4 + (4 * dimensions.Length)];
        (header[2], header[3]) = (8, (byte)dimensions.Length);
        for (int i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), dimensions[i]);
        }

        return [.. header, .. data];
    }

    /// <summary>Images of 2 x 3 pixels numbered on from 0.</summary>
    public static byte[] Images(int count) => Of([count, 2, 3], [.. Enumerable.Range(0, count * 6).Select(i => (byte)i)]);

    public static byte[] Labels(params byte[] labels) => Of([labels.Length], labels);

    public static byte[] Compressed(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return stream.ToArray();
    }
}
