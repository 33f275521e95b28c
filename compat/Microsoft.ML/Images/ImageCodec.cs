using System.Runtime.InteropServices;

namespace Microsoft.ML.Images;

/// <summary>The entry points of native/images.c.</summary>
internal static unsafe class ImageCodec
{
    private const string Library = "ml_images";

    private static readonly Lazy<bool> Loaded = new(() => NativeLibrary.TryLoad(Library, typeof(ImageCodec).Assembly, null, out _));

    /// <summary>Decodes a PNG or JPEG file to BGRA pixels.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such file, or it is damaged; the message says how.</exception>
    public static (byte[] Pixels, int Width, int Height) Decode(ReadOnlySpan<byte> file)
    {
        RequireLibrary();
        Buffer result;
        fixed (byte* data = file)
            return (Take(Decode(data, file.Length, &result), &result), result.Width, result.Height);
    }

    public static byte[] EncodePng(ReadOnlySpan<byte> pixels, int width, int height)
    {
        RequireLibrary();
        Buffer result;
        fixed (byte* data = pixels)
            return Take(EncodePng(data, width, height, &result), &result);
    }

    public static byte[] EncodeJpeg(ReadOnlySpan<byte> pixels, int width, int height)
    {
        RequireLibrary();
        Buffer result;
        fixed (byte* data = pixels)
            return Take(EncodeJpeg(data, width, height, &result), &result);
    }

    private static void RequireLibrary()
    {
        if (!Loaded.Value)
            throw new DllNotFoundException("libml_images.so is missing. Run ./scripts/setup.sh once and build again: it compiles the shim over the system's libpng and libjpeg.");
    }

    private static byte[] Take(int status, Buffer* result)
    {
        if (status != 0)
            throw new InvalidDataException(Marshal.PtrToStringUTF8((nint)result->Message));
        try
        {
            return new ReadOnlySpan<byte>(result->Data, checked((int)result->Length)).ToArray();
        }
        finally
        {
            Free(result);
        }
    }

    [DllImport(Library, EntryPoint = "ml_image_decode")] private static extern int Decode(byte* data, long length, Buffer* result);
    [DllImport(Library, EntryPoint = "ml_image_encode_png")] private static extern int EncodePng(byte* pixels, int width, int height, Buffer* result);
    [DllImport(Library, EntryPoint = "ml_image_encode_jpeg")] private static extern int EncodeJpeg(byte* pixels, int width, int height, Buffer* result);
    [DllImport(Library, EntryPoint = "ml_image_free")] private static extern void Free(Buffer* result);

    [StructLayout(LayoutKind.Sequential)]
    private struct Buffer
    {
        public byte* Data;
        public long Length;
        public int Width, Height;
        public fixed byte Message[256];
    }
}
