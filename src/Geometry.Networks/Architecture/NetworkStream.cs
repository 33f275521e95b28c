using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Geometry.Networks;

/// <summary>
/// The layout that saved networks share: a signature, int32 version, int32 length of the header, the header (JSON, UTF-8), then arrays of
/// single-precision numbers. Everything is little-endian.
/// </summary>
internal static class NetworkStream
{
    private const int MaxHeaderBytes = 1 << 24;

    /// <summary>Writes what stands before the arrays.</summary>
    public static void WriteHeader(Stream stream, ReadOnlySpan<byte> signature, int version, ReadOnlySpan<byte> header)
    {
        byte[] prefix = new byte[signature.Length + (2 * sizeof(int))];
        signature.CopyTo(prefix);
        BinaryPrimitives.WriteInt32LittleEndian(prefix.AsSpan(signature.Length), version);
        BinaryPrimitives.WriteInt32LittleEndian(prefix.AsSpan(signature.Length + sizeof(int)), header.Length);
        stream.Write(prefix);
        stream.Write(header);
    }

    /// <summary>Reads what stands before the arrays.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="signature">How they must start.</param>
    /// <param name="newest">The newest version that can be read.</param>
    /// <param name="what">What the bytes are, for messages, such as <c>network</c>.</param>
    /// <exception cref="InvalidDataException">The bytes are something else, are truncated, or come from a later version.</exception>
    public static byte[] ReadHeader(Stream stream, ReadOnlySpan<byte> signature, int newest, string what)
    {
        Span<byte> prefix = stackalloc byte[signature.Length + (2 * sizeof(int))];
        ReadExactly(stream, prefix, what);
        int version = BinaryPrimitives.ReadInt32LittleEndian(prefix[signature.Length..]);
        int length = BinaryPrimitives.ReadInt32LittleEndian(prefix[(signature.Length + sizeof(int))..]);
        if (!prefix.StartsWith(signature))
        {
            throw new InvalidDataException($"The stream holds no saved {what}: it does not start with the signature of one.");
        }

        if (version < 1 || version > newest)
        {
            throw new InvalidDataException(
                $"The saved {what} has format version {version}; this library reads versions up to {newest}. Use a later release of it.");
        }

        if (length is < 2 or > MaxHeaderBytes)
        {
            throw new InvalidDataException($"The saved {what} is damaged: its header claims {length} bytes.");
        }

        byte[] header = new byte[length];
        ReadExactly(stream, header, what);
        return header;
    }

    /// <summary>Writes an array.</summary>
    public static void WriteValues(Stream stream, float[] values)
    {
        if (BitConverter.IsLittleEndian)
        {
            stream.Write(MemoryMarshal.AsBytes(values.AsSpan()));
            return;
        }

        byte[] bytes = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        stream.Write(bytes);
    }

    /// <summary>Reads an array.</summary>
    /// <exception cref="InvalidDataException">The bytes end before it does.</exception>
    public static float[] ReadValues(Stream stream, long count, string what)
    {
        float[] values = new float[count];
        Span<byte> bytes = MemoryMarshal.AsBytes(values.AsSpan());
        ReadExactly(stream, bytes, what);
        if (!BitConverter.IsLittleEndian)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
            }
        }

        return values;
    }

    private static void ReadExactly(Stream stream, Span<byte> bytes, string what)
    {
        int found = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (found < bytes.Length)
        {
            throw new InvalidDataException($"The saved {what} is truncated: {bytes.Length} bytes were expected at its end and {found} found.");
        }
    }
}
