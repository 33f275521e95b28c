namespace Geometry.Tasks;

/// <summary>Grey images of one size, each with a class.</summary>
public sealed class LabelledImages
{
    private const float White = 255;

    private LabelledImages(byte[] pixels, byte[] labels, int height, int width, IReadOnlyList<string> classNames)
    {
        Pixels = pixels;
        Labels = labels;
        Height = height;
        Width = width;
        ClassNames = classNames;
    }

    /// <summary>Gets the number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>Gets the rows of pixels of an image.</summary>
    public int Height { get; }

    /// <summary>Gets the columns of pixels of an image.</summary>
    public int Width { get; }

    /// <summary>Gets the pixels of all images, 0 (black) to 255, images x height x width, row-major.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>Gets the class of each image, an index into <see cref="ClassNames"/>.</summary>
    public ReadOnlyMemory<byte> Labels { get; }

    /// <summary>Gets the names of the classes.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Reads images and labels from a pair of IDX files, plain or compressed with gzip.</summary>
    /// <param name="imagesPath">Images: three dimensions, images x height x width.</param>
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
        IReadOnlyList<string> names = classNames ?? [.. Enumerable.Range(0, codes.Max() + 1).Select(code => $"{code}")];
        int unnamed = Array.FindIndex(codes, code => code >= names.Count);
        return unnamed < 0
            ? new LabelledImages(images.ReadToEnd(), codes, images.Dimensions[1], images.Dimensions[2], names)
            : throw new InvalidDataException($"{labelsPath} has label {codes[unnamed]} for image {unnamed}; there are {names.Count} classes, from 0 on.");
    }

    /// <summary>Copies an image with its pixels scaled to [0, 1].</summary>
    /// <param name="index">The number of the image, from 0 on.</param>
    /// <param name="pixels">Receives height x width numbers.</param>
    public void CopyPixels(int index, Span<float> pixels) =>
        Scale(Pixels.Span.Slice(index * Height * Width, Height * Width), pixels);

    /// <summary>Gives all images with their pixels scaled to [0, 1].</summary>
    /// <returns>Images x height x width, row-major.</returns>
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

    private static void RequireDimensions(IdxReader reader, int count, string path, string what)
    {
        if (reader.Dimensions.Count != count)
        {
            throw new InvalidDataException(
                $"{path} has {reader.Dimensions.Count} dimensions and should have {count} to be {what}. Check that the files are not swapped.");
        }
    }
}
