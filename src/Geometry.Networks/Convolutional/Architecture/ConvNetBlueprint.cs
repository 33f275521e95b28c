namespace Geometry.Networks;

/// <summary>What a convolutional network is made of, apart from its weights.</summary>
public sealed class ConvNetBlueprint
{
    private readonly int[] _partEnds;

    internal ConvNetBlueprint(
        IReadOnlyList<int> imageShape, int outputs, ConvNetArchitecture architecture, Nonlinearity nonlinearity, bool batchNormalisation, ReadoutMode readout)
    {
        RequireImageShape(imageShape);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        (ImageShape, Outputs, Architecture) = ([.. imageShape], outputs, architecture);
        (Nonlinearity, BatchNormalisation, Readout) = (nonlinearity, batchNormalisation, readout);
        (Layers, _partEnds) = Plan();
    }

    /// <summary>Gets the channels, height and width of the images.</summary>
    public IReadOnlyList<int> ImageShape { get; }

    /// <summary>Gets the number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>Gets the parts.</summary>
    public ConvNetArchitecture Architecture { get; }

    /// <summary>Gets the function that is applied wherever the network has one.</summary>
    public Nonlinearity Nonlinearity { get; }

    /// <summary>Gets whether preactivations are normalised over the batch.</summary>
    public bool BatchNormalisation { get; }

    /// <summary>Gets how the output weights were made, and whether they were trained.</summary>
    public ReadoutMode Readout { get; }

    /// <summary>Gets the layers whose values can be had, from the image on.</summary>
    public IReadOnlyList<ConvNetLayerShape> Layers { get; }

    /// <summary>Gets the number of values of an image.</summary>
    public int ImageSize => new ConvNetLayerShape("", ImageShape).Size;

    /// <summary>Says what a network of given options will be made of.</summary>
    /// <param name="imageShape">The channels, height and width of the images; each at least 1.</param>
    /// <param name="outputs">The number of outputs; at least 1.</param>
    /// <param name="options">Architecture, nonlinearity and readout.</param>
    /// <returns>The blueprint.</returns>
    /// <exception cref="ArgumentException">The options are out of range, or the images are too small for the architecture.</exception>
    public static ConvNetBlueprint Of(IReadOnlyList<int> imageShape, int outputs, ConvNetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new ConvNetBlueprint(
            imageShape, outputs, options.Architecture, options.Nonlinearity, options.UsesBatchNormalisation, options.Readout);
    }

    /// <summary>The place in <see cref="Layers"/> of what a part gives.</summary>
    internal int LayerOf(int part) => _partEnds[part];

    /// <summary>The dimensions of what a part is given.</summary>
    internal IReadOnlyList<int> InputOf(int part) => part == 0 ? ImageShape : Layers[_partEnds[part - 1]].Dimensions;

    private static void RequireImageShape(IReadOnlyList<int> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Count != 3 || shape.Any(size => size < 1))
        {
            throw new ArgumentException(
                $"The shape of images is [{string.Join(", ", shape)}]; it must be channels, height and width, each at least 1, such as [1, 28, 28].", nameof(shape));
        }
    }

    private (IReadOnlyList<ConvNetLayerShape> Layers, int[] PartEnds) Plan()
    {
        List<ConvNetLayerShape> layers = [];
        List<int> ends = [];
        IReadOnlyList<int> current = ImageShape;
        foreach (ConvNetPart part in Architecture.Parts)
        {
            current = After(part, current, Architecture.LayerNames[layers.Count]);
            if (part.Kind == ConvNetPartKind.Residual)
            {
                layers.Add(new ConvNetLayerShape(Architecture.LayerNames[layers.Count], current));
            }

            ends.Add(layers.Count);
            layers.Add(new ConvNetLayerShape(Architecture.LayerNames[layers.Count], current));
        }

        return (layers, [.. ends]);
    }

    private IReadOnlyList<int> After(ConvNetPart part, IReadOnlyList<int> shape, string layer)
    {
        switch (part.Kind)
        {
            case ConvNetPartKind.Convolution or ConvNetPartKind.Residual:
                return [part.Size, Strided(shape[1], part.Stride), Strided(shape[2], part.Stride)];
            case ConvNetPartKind.MaxPool when shape[1] < 2 || shape[2] < 2:
                throw new ArgumentException(
                    $"Images of {ImageShape[1]} x {ImageShape[2]} pixels are too small for the architecture '{Architecture}': its layer {layer} would halve maps "
                    + $"of {shape[1]} x {shape[2]}. Give larger images, for example by ResizeImages, or choose an architecture with fewer pools.");
            case ConvNetPartKind.MaxPool:
                return [shape[0], shape[1] / 2, shape[2] / 2];
            case ConvNetPartKind.Average:
                return [shape[0]];
            default:
                return [part.Size];
        }
    }

    private static int Strided(int size, int stride) => (size + stride - 1) / stride;
}
