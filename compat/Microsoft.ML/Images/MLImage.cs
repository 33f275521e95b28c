using Microsoft.ML.Images;

namespace Microsoft.ML.Data;

public sealed class MLImage : IDisposable
{
    private byte[] _pixels;
    private readonly int _width, _height;
    private readonly MLPixelFormat _format;
    private string _tag;

    private MLImage(byte[] pixels, int width, int height, MLPixelFormat format) => (_pixels, _width, _height, _format) = (pixels, width, height, format);

    public MLPixelFormat PixelFormat => Live(_format);

    public ReadOnlySpan<byte> Pixels => Live(_pixels);

    public string Tag
    {
        get => Live(_tag);
        set
        {
            Live(0);
            _tag = value;
        }
    }

    public int Width => Live(_width);

    public int Height => Live(_height);

    public int BitsPerPixel => Live(32);

    public byte[] GetBGRPixels
    {
        get
        {
            var pixels = Live(_pixels);
            (int red, int blue) = RedAndBlue;
            byte[] colours = new byte[pixels.Length / 4 * 3];
            for (int from = 0, to = 0; from < pixels.Length; from += 4, to += 3)
                (colours[to], colours[to + 1], colours[to + 2]) = (pixels[from + blue], pixels[from + 1], pixels[from + red]);
            return colours;
        }
    }

    /// <summary>The places of red and blue among the four bytes of a pixel; green and alpha are at 1 and 3.</summary>
    internal (int Red, int Blue) RedAndBlue => _format == MLPixelFormat.Bgra32 ? (2, 0) : (0, 2);

    public static MLImage CreateFromStream(Stream imageStream)
    {
        Check.Value(imageStream, nameof(imageStream));
        using var bytes = new MemoryStream();
        imageStream.CopyTo(bytes);
        return Decode(bytes.ToArray(), "Invalid input stream contents", nameof(imageStream));
    }

    public static MLImage CreateFromFile(string imagePath)
    {
        Check.Value(imagePath, nameof(imagePath));
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(imagePath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ArgumentException("Invalid path", nameof(imagePath), e);
        }
        return Decode(bytes, "Invalid path", nameof(imagePath));
    }

    public static MLImage CreateFromPixels(int width, int height, MLPixelFormat pixelFormat, ReadOnlySpan<byte> imagePixelData)
    {
        if (pixelFormat is not (MLPixelFormat.Bgra32 or MLPixelFormat.Rgba32))
            throw new ArgumentException("Unsupported pixel format", nameof(pixelFormat));
        if (width <= 0)
            throw new ArgumentException("Invalid width value.", nameof(width));
        if (height <= 0)
            throw new ArgumentException("Invalid height value.", nameof(height));
        if (imagePixelData.Length != (long)width * height * 4)
            throw new ArgumentException("Invalid imagePixelData buffer size.");
        return new MLImage(imagePixelData.ToArray(), width, height, pixelFormat);
    }

    public void Save(string imagePath)
    {
        Live(0);
        string extension = Path.GetExtension(imagePath);
        byte[] file = extension.ToLowerInvariant() switch
        {
            ".png" => ImageCodec.EncodePng(Bgra(), _width, _height),
            ".jpg" or ".jpeg" => ImageCodec.EncodeJpeg(Bgra(), _width, _height),
            ".bmp" or ".gif" or ".ico" or ".astc" or ".avif" or ".dng" or ".heif" or ".ktx" or ".pkm" or ".wbmp" or ".webp" => throw new ArgumentException(
                $"Saving image with the format '{extension}' is not supported. Try save it with `Jpeg`, `Png`, or `Webp` format.", nameof(imagePath)),
            _ => throw new ArgumentException("Path has invalid image file extension.", nameof(imagePath)),
        };
        File.WriteAllBytes(imagePath, file);
    }

    public void Dispose() => _pixels = null;

    /// <summary>An image of other pixels in the same format.</summary>
    internal MLImage With(byte[] pixels, int width, int height) => new(pixels, width, height, _format);

    private static MLImage Decode(byte[] file, string message, string parameter)
    {
        try
        {
            var (pixels, width, height) = ImageCodec.Decode(file);
            return new MLImage(pixels, width, height, MLPixelFormat.Bgra32);
        }
        catch (InvalidDataException e)
        {
            throw new ArgumentException(message, parameter, e);
        }
    }

    // Colours are stored multiplied by alpha; files have them as they are.
    private byte[] Bgra()
    {
        byte[] plain = (byte[])_pixels.Clone();
        for (int i = 0; i < plain.Length; i += 4)
        {
            if (_format == MLPixelFormat.Rgba32)
                (plain[i], plain[i + 2]) = (plain[i + 2], plain[i]);
            int alpha = plain[i + 3];
            if (alpha is 0 or 255)
                continue;
            for (int c = i; c < i + 3; c++)
                plain[c] = (byte)Math.Min(255, ((plain[c] * 255) + (alpha / 2)) / alpha);
        }
        return plain;
    }

    private T Live<T>(T value) => _pixels is null ? throw Check.Except("Object is disposed.") : value;
}
