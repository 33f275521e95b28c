using System.Globalization;
using Geometry.Tasks;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Image files in sub-folders, one a class.</summary>
internal sealed class ImageFolder
{
    private static readonly string[] s_extensions = [".png", ".jpg", ".jpeg"];
    private readonly List<(string Path, int Class, ImageFileInfo Info)> _files = [];

    /// <summary>Finds the files and checks that they are whole.</summary>
    public ImageFolder(string folder, ImageFolderOptions options)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The folder of images {folder} does not exist.");
        }

        string root = Path.GetFullPath(folder);
        string[] folders = [.. Directory.GetDirectories(root).Where(sub => Files(sub).Any()).Order(StringComparer.Ordinal)];
        if (folders.Length == 0)
        {
            throw new InvalidDataException($"{root} has no sub-folder with images ({string.Join(", ", s_extensions)}). Put the images of each class into a sub-folder of its name.");
        }

        ClassNames = Array.ConvertAll(folders, sub => Path.GetFileName(sub));
        for (int code = 0; code < folders.Length; code++)
        {
            foreach (string path in Files(folders[code]).Order(StringComparer.Ordinal).Take(options.MaximumPerClass ?? int.MaxValue))
            {
                Try(() => _files.Add((path, code, ImageFileInfo.Read(path))), options);
            }
        }

        RequireAny();
        if (!options.PathsOnly)
        {
            RequireOneShape(options);
        }
    }

    /// <summary>Gets the names of the sub-folders that hold images.</summary>
    public string[] ClassNames { get; }

    /// <summary>Gets why files were left out, each with its name.</summary>
    public List<string> Skipped { get; } = [];

    /// <summary>Gets the paths of the images.</summary>
    public string[] Paths => [.. _files.Select(file => file.Path)];

    /// <summary>Gets the class of each image.</summary>
    public int[] Classes => [.. _files.Select(file => file.Class)];

    /// <summary>Decodes all images.</summary>
    /// <returns>The pixels, images x channels x height x width, and the dimensions of an image; files that cannot be decoded are no longer among the paths.</returns>
    public (byte[] Pixels, int[] Shape) Decode(ImageFolderOptions options)
    {
        ImageFileInfo first = _files[0].Info;
        int[] shape = [first.IsGrey ? 1 : 3, first.Height, first.Width];
        int area = first.Height * first.Width, size = shape[0] * area, good = 0;
        byte[] pixels = new byte[checked(_files.Count * size)];
        foreach ((string Path, int Class, ImageFileInfo Info) file in _files.ToArray())
        {
            if (Try(() => Decode(file.Path, file.Info, pixels.AsSpan(good * size, size)), options))
            {
                good++;
            }
            else
            {
                _files.Remove(file);
            }
        }

        RequireAny();
        return (pixels, shape);
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder)
        .Where(path => s_extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));

    private static void Decode(string path, ImageFileInfo info, Span<byte> planes)
    {
        try
        {
            using MLImage image = MLImage.CreateFromFile(path);
            if (image.Width != info.Width || image.Height != info.Height)
            {
                throw new InvalidDataException($"it decodes to {image.Width} x {image.Height} pixels and its header says {info.Width} x {info.Height}");
            }

            ReadOnlySpan<byte> pixels = image.Pixels;
            int area = info.Width * info.Height, red = image.PixelFormat == MLPixelFormat.Bgra32 ? 2 : 0;
            for (int channel = 0; channel < planes.Length / area; channel++)
            {
                int place = channel == 1 ? 1 : channel == 0 ? red : 2 - red;
                for (int i = 0; i < area; i++)
                {
                    planes[(channel * area) + i] = pixels[(4 * i) + place];
                }
            }
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or InvalidDataException)
        {
            throw new InvalidDataException($"{path} cannot be decoded: {(exception.InnerException ?? exception).Message}.", exception);
        }
    }

    private bool Try(Action action, ImageFolderOptions options)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception exception) when (options.SkipUnreadable && exception is (InvalidDataException or IOException or UnauthorizedAccessException))
        {
            Skipped.Add(exception.Message);
            return false;
        }
    }

    // The shape of most images; of equally many the first.
    private void RequireOneShape(ImageFolderOptions options)
    {
        ImageFileInfo common = _files.GroupBy(file => file.Info).MaxBy(group => group.Count())!.Key;
        string example = _files.First(file => file.Info == common).Path;
        foreach ((string Path, int Class, ImageFileInfo Info) file in _files.Where(file => file.Info != common).ToArray())
        {
            Try(() => throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                $"{file.Path} is {Describe(file.Info)} and {example}, like most, is {Describe(common)}. Images must have one shape; or load paths only and use ResizeImages.")), options);
            _files.Remove(file);
        }
    }

    private void RequireAny()
    {
        if (_files.Count == 0)
        {
            throw new InvalidDataException($"None of the {Skipped.Count} image files can be used. The first: {Skipped[0]}");
        }
    }

    private static string Describe(ImageFileInfo info) =>
        string.Create(CultureInfo.InvariantCulture, $"{(info.IsGrey ? "grey" : "colour")}, {info.Width} x {info.Height} pixels");
}
