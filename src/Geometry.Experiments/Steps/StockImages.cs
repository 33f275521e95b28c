using Microsoft.ML;
using static Microsoft.ML.Transforms.Image.ImagePixelExtractingEstimator;
using static Microsoft.ML.Transforms.Image.ImageResizingEstimator;

namespace Geometry.Experiments;

/// <summary>ML.NET's own transforms of images, with the parameter names and defaults of its catalogs.</summary>
internal static class StockImages
{
    private static readonly Parameter<string> Output = Parameters.NewColumn("outputColumnName", "The column that the step makes; an existing one is replaced.");

    private static readonly Parameter<string> Input =
        Parameters.Column("inputColumnName", "The column that the step reads.").Or("", "outputColumnName").ReadsColumn(Output);

    private static readonly Parameter<string> Folder = Parameters.Text("imageFolder", "The folder that relative paths count from.").Or("", "none");
    private static readonly Parameter<int> Width = Parameters.Integer("imageWidth", "The new width in pixels.", 1);
    private static readonly Parameter<int> Height = Parameters.Integer("imageHeight", "The new height in pixels.", 1);
    private static readonly Parameter<ResizingKind> Resizing = Parameters.Choice<ResizingKind>("resizing",
        "Whether images of other proportions are cropped, padded or stretched.").Or(ResizingKind.IsoCrop, nameof(ResizingKind.IsoCrop));
    private static readonly Parameter<Anchor> CropAnchor = Parameters.Choice<Anchor>("cropAnchor", "Which side of a cropped image is kept.").Or(Anchor.Center, nameof(Anchor.Center));
    private static readonly Parameter<ColorBits> Colours = Parameters.Choice<ColorBits>("colorsToExtract", "The colours to extract.").Or(ColorBits.Rgb, nameof(ColorBits.Rgb));
    private static readonly Parameter<ColorsOrder> Order = Parameters.Choice<ColorsOrder>("orderOfExtraction", "The order of the colours.").Or(ColorsOrder.ARGB, nameof(ColorsOrder.ARGB));
    private static readonly Parameter<bool> Interleave = Parameters.Boolean("interleavePixelColors", false,
        "Whether the colours of a pixel lie next to each other; else each colour is a plane, as convolutional networks read it.");
    private static readonly Parameter<double> Offset = Parameters.Number("offsetImage", "What is subtracted from the values, which go from 0 to 255.").Or(0, "0");
    private static readonly Parameter<double> Scale = Parameters.Number("scaleImage", "What the values are then multiplied by, such as 0.00392157 for values from 0 to 1.").Or(1, "1");
    private static readonly Parameter<bool> AsFloat = Parameters.Boolean("outputAsFloatArray", true, "Whether the values become Single; else they stay bytes.");

    /// <summary>Gets the steps.</summary>
    public static IReadOnlyList<StepDefinition> All { get; } =
    [
        Define("LoadImages", "Reads PNG and JPEG files whose paths are in a text column.", [Output, Folder, Input],
            (ml, a) => ml.Transforms.LoadImages(a.Get(Output), a.IsGiven(Folder) ? a.Get(Folder) : null, In(a))),
        Define("ResizeImages", "Gives all images one size.", [Output, Width, Height, Input, Resizing, CropAnchor],
            (ml, a) => ml.Transforms.ResizeImages(a.Get(Output), a.Get(Width), a.Get(Height), In(a), a.Get(Resizing), a.Get(CropAnchor))),
        Define("ConvertToGrayscale", "Makes images grey; they keep their three colours.", [Output, Input],
            (ml, a) => ml.Transforms.ConvertToGrayscale(a.Get(Output), In(a))),
        Define("ExtractPixels", "Turns images of one size into vectors of their pixels.", [Output, Input, Colours, Order, Interleave, Offset, Scale, AsFloat],
            (ml, a) => ml.Transforms.ExtractPixels(a.Get(Output), In(a), a.Get(Colours), a.Get(Order), a.Get(Interleave),
                (float)a.Get(Offset), (float)a.Get(Scale), a.Get(AsFloat))),
    ];

    private static string? In(Arguments arguments) => arguments.IsGiven(Input) ? arguments.Get(Input) : null;

    private static StepDefinition Define(
        string name, string description, IReadOnlyList<Parameter> parameters, Func<MLContext, Arguments, IEstimator<ITransformer>> make) =>
        new(name, StepOrigin.MLNet, description, parameters) { Build = (context, arguments) => [make(context.ML, arguments)] };
}
