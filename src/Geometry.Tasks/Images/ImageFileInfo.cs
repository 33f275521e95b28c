namespace Geometry.Tasks;

/// <summary>What the header of a PNG or JPEG file says, after a check that the file is whole.</summary>
/// <param name="Width">The columns of pixels.</param>
/// <param name="Height">The rows of pixels.</param>
/// <param name="IsGrey">Whether the image has one channel, without or with transparency.</param>
public sealed record ImageFileInfo(int Width, int Height, bool IsGrey)
{
    /// <summary>Reads a file and checks that it is whole: of PNG every chunk and its checksum, of JPEG the segments up to the end of the image.</summary>
    /// <param name="path">The file; its kind is seen from its first bytes, not from its name.</param>
    /// <returns>The size and whether the image is grey.</returns>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is neither PNG nor JPEG, is truncated or damaged; the message names the file and the fault.</exception>
    public static ImageFileInfo Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            return bytes.AsSpan().StartsWith(PngFile.Signature) ? PngFile.Read(bytes)
                : bytes.AsSpan().StartsWith(JpegFile.Start) ? JpegFile.Read(bytes)
                : throw new InvalidDataException(bytes.Length == 0
                    ? "is empty"
                    : $"is neither PNG nor JPEG: it starts with the bytes {Convert.ToHexString(bytes.AsSpan(0, Math.Min(8, bytes.Length)))}");
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path} {exception.Message}.", exception);
        }
    }
}
