using System.Buffers.Binary;
using System.Text;

namespace Geometry.Tasks;

/// <summary>The structure of PNG files (ISO/IEC 15948): a signature, then chunks of length, type, data and checksum, from IHDR to IEND.</summary>
internal static class PngFile
{
    private const int Overhead = 12, HeaderLength = 13, ColourBit = 2;
    private static readonly uint[] s_table = [.. Enumerable.Range(0, 256).Select(i => Remainder((uint)i))];

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static ImageFileInfo Read(ReadOnlySpan<byte> file)
    {
        ImageFileInfo? info = null;
        bool hasPixels = false;
        for (int at = Signature.Length; ; )
        {
            string type = Chunk(file[at..], at, out ReadOnlySpan<byte> data);
            if (info is null)
            {
                info = Header(type, data);
            }

            hasPixels |= type == "IDAT";
            if (type == "IEND")
            {
                return hasPixels ? info : throw new InvalidDataException("has no pixels (no chunk IDAT)");
            }

            at += Overhead + data.Length;
        }
    }

    private static string Chunk(ReadOnlySpan<byte> rest, int at, out ReadOnlySpan<byte> data)
    {
        uint length = rest.Length < 8 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(rest);
        string type = rest.Length < 8 ? "" : Encoding.Latin1.GetString(rest.Slice(4, 4));
        if (rest.Length >= 8 && !type.All(char.IsAsciiLetter))
        {
            throw new InvalidDataException($"is damaged: at byte {at} there is no chunk");
        }

        if (rest.Length < Overhead + (long)length)
        {
            throw new InvalidDataException(type.Length == 0
                ? $"is truncated: it ends at byte {at + rest.Length}, before the chunk IEND"
                : $"is truncated: the chunk {type} at byte {at} should have {length} bytes and {Math.Max(0, rest.Length - Overhead)} are left");
        }

        data = rest.Slice(8, (int)length);
        return Checksum(rest.Slice(4, 4 + (int)length)) == BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..])
            ? type
            : throw new InvalidDataException($"is damaged: the chunk {type} at byte {at} has another checksum than it says");
    }

    private static ImageFileInfo Header(string type, ReadOnlySpan<byte> data)
    {
        uint width = type == "IHDR" && data.Length == HeaderLength ? BinaryPrimitives.ReadUInt32BigEndian(data) : 0,
            height = width == 0 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        return width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            ? new ImageFileInfo((int)width, (int)height, (data[9] & ColourBit) == 0)
            : throw new InvalidDataException("is damaged: its header has no size");
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte value in bytes)
        {
            sum = s_table[(byte)(sum ^ value)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint Remainder(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        }

        return value;
    }
}
