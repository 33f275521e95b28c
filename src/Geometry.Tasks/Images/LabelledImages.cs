namespace Geometry.Tasks;

/// <summary>Images of one size and number of channels, each with a class.</summary>
public sealed class LabelledImages
{
    private const float White = 255;

    private LabelledImages(ReadOnlyMemory<byte> pixels, byte[] labels, int channels, int height, int width, IReadOnlyList<string> classNames)
    {
        Pixels = pixels;
        Labels = labels;
        Channels = channels;
        Height = height;
        Width = width;
        ClassNames = classNames;
    }

    /// <summary>Gets the number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>Gets the number of colours: 1 for grey images, 3 for red, green and blue.</summary>
    public int Channels { get; }

    /// <summary>Gets the rows of pixels of an image.</summary>
    public int Height { get; }

    /// <summary>Gets the columns of pixels of an image.</summary>
    public int Width { get; }

    /// <summary>Gets the pixels of all images, 0 (black) to 255, images x channels x height x width, row-major.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>Gets the class of each image, an index into <see cref="ClassNames"/>.</summary>
    public ReadOnlyMemory<byte> Labels { get; }

    /// <summary>Gets the names of the classes.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Gets the superclass of each image, an index into <see cref="SuperclassNames"/>; empty where classes are not grouped.</summary>
    public ReadOnlyMemory<byte> SuperclassLabels { get; private init; }

    /// <summary>Gets the names of the superclasses; empty where classes are not grouped.</summary>
    public IReadOnlyList<string> SuperclassNames { get; private init; } = [];

    private int ItemSize => Channels * Height * Width;

    /// <summary>Reads images and labels from a pair of IDX files, plain or compressed with gzip.</summary>
    /// <param name="imagesPath">Grey images: three dimensions, images x height x width.</param>
    /// <param name="labelsPath">Labels: one dimension.</param>
    /// <param name="classNames">The names of the classes; null for the numbers 0, 1, ... up to the largest label.</param>
    /// <returns>The images.</returns>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    /// <exception cref="InvalidDataException">
    /// A file is no IDX file, is truncated or has the wrong number of dimensions, the numbers of images and labels differ, or a label has no name.
    /// </exception>
    public static LabelledImages Read(string imagesPath, string labelsPath, IReadOnlyList<string>? classNames = null)
    {
        using IdxReader images = IdxReader.Open(imagesPath), labels = IdxReader.Open(labelsPath);
        RequireDimensions(images, 3, imagesPath, "images");
        RequireDimensions(labels, 1, labelsPath, "labels");
        if (images.Count != labels.Count)
        {
            throw new InvalidDataException(
                $"{imagesPath} holds {images.Count} images and {labelsPath} {labels.Count} labels. They must be as many: check that the files belong together.");
        }

        byte[] codes = labels.ReadToEnd();
        IReadOnlyList<string> names = classNames ?? Numbers(codes.Max() + 1);
        int unnamed = Array.FindIndex(codes, code => code >= names.Count);
        return unnamed < 0
            ? new LabelledImages(images.ReadToEnd(), codes, 1, images.Dimensions[1], images.Dimensions[2], names)
            : throw new InvalidDataException($"{labelsPath} has label {codes[unnamed]} for image {unnamed}; there are {names.Count} classes, from 0 on.");
    }

    /// <summary>Reads colour images of 32 x 32 pixels and their labels from binary files of the CIFAR family, plain or compressed with gzip.</summary>
    /// <param name="paths">The files, which are read one after the other; at least one.</param>
    /// <param name="format">The layout of the records.</param>
    /// <param name="classNames">The names of the 10 or 100 classes; null for the numbers 0, 1, ...</param>
    /// <param name="superclassNames">The names of the 20 superclasses of CIFAR-100; null for <c>superclass 0</c>, <c>superclass 1</c>, ... CIFAR-10 has none.</param>
    /// <param name="maximumImages">The most images to keep, the first ones; at least 1. All of them are checked.</param>
    /// <returns>The images.</returns>
    /// <exception cref="ArgumentException">There is no path, or there are not as many names as the format has classes.</exception>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    /// <exception cref="InvalidDataException">A file is empty, does not consist of whole records, or has a label out of range.</exception>
    public static LabelledImages ReadCifar(
        IReadOnlyList<string> paths,
        CifarFormat format,
        IReadOnlyList<string>? classNames = null,
        IReadOnlyList<string>? superclassNames = null,
        int maximumImages = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumImages, 1);
        if (paths.Count == 0)
        {
            throw new ArgumentException("Give at least one file of images.", nameof(paths));
        }

        var reader = new CifarReader(format);
        IReadOnlyList<string> names = Named(classNames, reader.ClassCount, "", nameof(classNames)),
            superclasses = Named(superclassNames, reader.SuperclassCount, "superclass ", nameof(superclassNames));
        foreach (string path in paths)
        {
            reader.Read(path, maximumImages);
        }

        return new LabelledImages(reader.Pixels, reader.Labels, CifarReader.Channels, CifarReader.Side, CifarReader.Side, names)
        {
            SuperclassLabels = reader.Superclasses,
            SuperclassNames = superclasses,
        };
    }

    /// <summary>Copies an image with its pixels scaled to [0, 1].</summary>
    /// <param name="index">The number of the image, from 0 on.</param>
    /// <param name="pixels">Receives channels x height x width numbers.</param>
    public void CopyPixels(int index, Span<float> pixels) => Scale(Pixels.Span.Slice(index * ItemSize, ItemSize), pixels);

    /// <summary>Gives all images with their pixels scaled to [0, 1].</summary>
    /// <returns>Images x channels x height x width, row-major.</returns>
    public float[] ScaledPixels()
    {
        float[] scaled = new float[Pixels.Length];
        Scale(Pixels.Span, scaled);
        return scaled;
    }

    private static void Scale(ReadOnlySpan<byte> pixels, Span<float> scaled)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            scaled[i] = pixels[i] / White;
        }
    }

    private static string[] Numbers(int count, string prefix = "") => [.. Enumerable.Range(0, count).Select(code => $"{prefix}{code}")];

    private static IReadOnlyList<string> Named(IReadOnlyList<string>? names, int count, string prefix, string parameter) => names is null || names.Count == count
        ? names ?? Numbers(count, prefix)
        : throw new ArgumentException($"{names.Count} names were given, and the format has {count}.", parameter);

    private static void RequireDimensions(IdxReader reader, int count, string path, string what)
    {
        if (reader.Dimensions.Count != count)
        {
            throw new InvalidDataException(
                $"{path} has {reader.Dimensions.Count} dimensions and should have {count} to be {what}. Check that the files are not swapped.");
        }
    }
}
