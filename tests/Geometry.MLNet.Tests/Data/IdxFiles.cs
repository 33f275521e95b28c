using System.Buffers.Binary;

namespace Geometry.MLNet.Tests.Data;

/// <summary>A pair of small IDX files, deleted in the end: images of 2 x 3 pixels whose pixel p of image i is 10 i + p, with labels i mod 3.</summary>
internal sealed class IdxFiles : IDisposable
{
    public const int Count = 6;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("idx");

    public IdxFiles()
    {
        Write(Images, [Count, 2, 3], [.. from image in Enumerable.Range(0, Count) from pixel in Enumerable.Range(0, 6) select (byte)((10 * image) + pixel)]);
        Write(Labels, [Count], [.. Enumerable.Range(0, Count).Select(image => (byte)(image % 3))]);
    }

    public string Images => Path.Combine(_folder.FullName, "images");

    public string Labels => Path.Combine(_folder.FullName, "labels");

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Write(string path, int[] dimensions, byte[] items)
    {
        byte[] header = new byte[4 + (4 * dimensions.Length)];
        (header[2], header[3]) = (8, (byte)dimensions.Length);
        for (int i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), dimensions[i]);
        }

        File.WriteAllBytes(path, [.. header, .. items]);
    }
}
