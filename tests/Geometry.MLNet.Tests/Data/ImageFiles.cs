using Microsoft.ML.Data;

namespace Geometry.MLNet.Tests.Data;

/// <summary>A folder of small images, deleted in the end.</summary>
internal sealed class ImageFiles : IDisposable
{
    // Grey images of 3 x 2 pixels, every pixel 128, made once with an ordinary program.
    private const string GreyPng = "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAAAAAC4HznGAAAAEElEQVR42mNsYGBgYmBgAAADmACE7mkcXwAAAABJRU5ErkJggg==";

    private const string GreyJpeg = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/"
        + "wAALCAACAAMBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("images");

    public string Root => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    public string Path(string name) => System.IO.Path.Combine(Root, name);

    /// <summary>Writes an image whose pixel p, counted along rows, is red 10 p + start, green 20 p, blue 30 p.</summary>
    public string Colour(string name, int width = 3, int height = 2, int start = 0)
    {
        byte[] pixels = new byte[width * height * 4];
        for (int p = 0; p < width * height; p++)
        {
            (pixels[4 * p], pixels[(4 * p) + 1], pixels[(4 * p) + 2], pixels[(4 * p) + 3]) = ((byte)(30 * p), (byte)(20 * p), (byte)((10 * p) + start), 255);
        }

        string path = Prepare(name);
        using MLImage image = MLImage.CreateFromPixels(width, height, MLPixelFormat.Bgra32, pixels);
        image.Save(path);
        return path;
    }

    public string Grey(string name) => Write(name, Convert.FromBase64String(name.EndsWith(".png", StringComparison.Ordinal) ? GreyPng : GreyJpeg));

    public string Write(string name, byte[] bytes)
    {
        string path = Prepare(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string Prepare(string name)
    {
        string path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }
}
