using System.IO.Compression;

namespace Geometry.Tasks;

/// <summary>Opens files that may be compressed with gzip.</summary>
internal static class DataFile
{
    /// <summary>Opens a file for reading; whether it is compressed is seen from its first bytes, not from its name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What the file should be, for messages, such as <c>IDX file</c>.</param>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static Stream Open(string path, string what)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The {what} {path} does not exist.", path);
        }

        Stream stream = File.OpenRead(path);
        try
        {
            bool isCompressed = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
            stream.Position = 0;
            return new BufferedStream(isCompressed ? new GZipStream(stream, CompressionMode.Decompress) : stream, 1 << 16);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads until the span is full or the file ends.</summary>
    /// <returns>The bytes read.</returns>
    /// <exception cref="InvalidDataException">A compressed file is damaged.</exception>
    public static int ReadAtMost(Stream stream, Span<byte> bytes, string path)
    {
        try
        {
            return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path} cannot be decompressed: {exception.Message} Fetch the file again.", exception);
        }
    }
}
