using System.Buffers.Binary;

namespace Geometry.Reports.Tests;

/// <summary>Files of images that tell their class, in the formats of the data sets, so that no test needs a data set.</summary>
internal static class TinyImages
{
    private const int Classes = 10, IdxSide = 28, CifarSide = 32, CifarChannels = 3;

    /// <summary>Writes images of 28 x 28 pixels and their labels.</summary>
    public static void WriteIdx(string images, string labels, int count)
    {
        byte[] pixels = new byte[16 + (count * IdxSide * IdxSide)], codes = new byte[8 + count];
        Header(pixels, 0x803, count, IdxSide, IdxSide);
        Header(codes, 0x801, count);
        var random = new Random(count);
        for (int i = 0; i < count; i++)
        {
            codes[8 + i] = (byte)(i % Classes);
            Draw(pixels.AsSpan(16 + (i * IdxSide * IdxSide), IdxSide * IdxSide), i % Classes, random);
        }

        File.WriteAllBytes(images, pixels);
        File.WriteAllBytes(labels, codes);
    }

    /// <summary>Writes colour images of 32 x 32 pixels as CIFAR-10 has them.</summary>
    public static void WriteCifar(string path, int count)
    {
        const int Pixels = CifarChannels * CifarSide * CifarSide;
        byte[] bytes = new byte[count * (1 + Pixels)];
        var random = new Random(count);
        for (int i = 0; i < count; i++)
        {
            Span<byte> record = bytes.AsSpan(i * (1 + Pixels), 1 + Pixels);
            record[0] = (byte)(i % Classes);
            Draw(record[1..], i % Classes, random);
        }

        File.WriteAllBytes(path, bytes);
    }

    private static void Header(Span<byte> bytes, params ReadOnlySpan<int> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes[(4 * i)..], values[i]);
        }
    }

    // Each class has a bright band of its own.
    private static void Draw(Span<byte> pixels, int code, Random random)
    {
        random.NextBytes(pixels);
        int band = pixels.Length / Classes;
        foreach (ref byte pixel in pixels.Slice(code * band, band))
        {
            pixel |= 0xC0;
        }
    }
}
