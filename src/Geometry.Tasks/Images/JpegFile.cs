using System.Buffers.Binary;

namespace Geometry.Tasks;

/// <summary>The structure of JPEG files (ITU T.81): markers, most with a segment behind them, and behind a start of scan coded pixels.</summary>
internal static class JpegFile
{
    private const byte Marker = 0xFF, StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA;

    public static ReadOnlySpan<byte> Start => [Marker, StartOfImage, Marker];

    public static ImageFileInfo Read(ReadOnlySpan<byte> file)
    {
        ImageFileInfo? info = null;
        bool hasScan = false;
        for (int at = 2; ; )
        {
            byte marker = NextMarker(file, ref at, hasScan);
            if (marker == EndOfImage)
            {
                return info is not null && hasScan ? info : throw new InvalidDataException("is damaged: it has no pixels");
            }

            ReadOnlySpan<byte> segment = Segment(file, at, marker);
            if (IsFrame(marker))
            {
                info = Frame(segment);
            }

            hasScan |= marker == StartOfScan;
            at += 2 + segment.Length;
        }
    }

    // Behind a scan the coded pixels come first; in them a marker's first byte is followed by 0 or is the restart of an interval.
    private static byte NextMarker(ReadOnlySpan<byte> file, ref int at, bool inScan)
    {
        while (at + 1 < file.Length)
        {
            byte value = file[at + 1];
            if (file[at] == Marker && value is not (0 or Marker or >= 0xD0 and <= 0xD7))
            {
                at += 2;
                return value;
            }

            if (!inScan && file[at] != Marker)
            {
                throw new InvalidDataException($"is damaged: at byte {at} there is no marker");
            }

            at++;
        }

        throw new InvalidDataException($"is truncated: it ends at byte {file.Length}, before the end of the image");
    }

    private static ReadOnlySpan<byte> Segment(ReadOnlySpan<byte> file, int at, byte marker)
    {
        int length = file.Length - at < 2 ? 2 : BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
        return length < 2 ? throw new InvalidDataException($"is damaged: the segment {marker:X2} at byte {at - 2} has the length {length}")
            : at + length > file.Length ? throw new InvalidDataException($"is truncated: the segment {marker:X2} at byte {at - 2} should have {length} bytes and {file.Length - at} are left")
            : file.Slice(at + 2, length - 2);
    }

    // Every kind of frame; C4, C8 and CC are tables among their numbers.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static ImageFileInfo Frame(ReadOnlySpan<byte> segment)
    {
        int height = segment.Length < 6 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), width = segment.Length < 6 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        return width > 0 && height > 0
            ? new ImageFileInfo(width, height, segment[5] == 1)
            : throw new InvalidDataException("is damaged: its header has no size");
    }
}
