using Geometry.MLNet;
using Geometry.Networks;
using Microsoft.ML;

namespace Contracts.Cases;

/// <summary>Convolutional networks: forms of label, shapes of images, and forms of layers.</summary>
internal static class ConvolutionalCases
{
    private static readonly ConvNetOptions Quick = new()
    {
        ImageShape = [1, 2, 3], Architecture = ConvNetArchitecture.Parse("conv(3) pool dense(4)"), Epochs = 2, BatchSize = 16, Seed = 5,
    };

    private static readonly Nonlinearity Cube = Nonlinearity.FromFunction("cube", x => x * x * x);

    private static readonly string[] Layers = ["Conv1", "Pool1", "Hidden1"];

    private static readonly string[] Binary = ["Score", "Probability", "PredictedLabel"];

    public static IEnumerable<ContractCase> All =>
    [
        Of("label Boolean", "Flag", Quick, [.. Layers, .. Binary]),
        Of("label key with text", "KindKey", Quick with { Nonlinearity = Nonlinearity.Relu }, [.. Layers, "Score", "PredictedLabel"]),
        Of("label key without values", "Code", Quick with { Optimizer = ConvNetOptimizer.Sgd }, [.. Layers, "Score", "PredictedLabel"]),
        Of("label vector of Boolean", "Flags", Quick, [.. Layers, .. Binary]),
        Of("label real", "Real", Quick with { Loss = MlpLoss.MeanSquaredError }, [.. Layers, "Score"]),
        Of(
            "residual, batch normalisation", "KindKey", Quick with { Architecture = ConvNetArchitecture.ResNet8, Epochs = 1 },
            [.. ConvNetArchitecture.ResNet8.LayerNames, "Score", "PredictedLabel"]),
        Of(
            "forms of layers", "Flag",
            Quick with
            {
                Outputs =
                [
                    new("Conv1", LayerForm.SpatialMean, "Mean"), new("Conv1"), new("Conv1", LayerForm.Flattened, "Flat"), new("Readout"),
                ],
            },
            ["Mean", "Conv1", "Flat", "Readout", .. Binary]),
        Of("a user's function", "Flag", Quick with { Nonlinearity = Cube }, [.. Layers, .. Binary]) with { LoadOptions = new ModelLoadOptions { Nonlinearities = [Cube] } },
        Of("validation and augmentation", "Flag", Quick with { ValidationFraction = 0.2, Augmentation = new() { HorizontalFlip = true, CropPadding = 1 } }, [.. Layers, .. Binary]),
        new(
            "Convolutional: shape by the column's dimensions", ml => ml.Geometry.Networks.Convolutional("Flag", "Image", Quick with { ImageShape = null }),
            [.. Layers, .. Binary], ["Image"], "Flag") { BatchSize = 128 },
    ];

    private static ContractCase Of(string name, string label, ConvNetOptions options, string[] adds) => new(
        $"Convolutional: {name}", ml => ml.Geometry.Networks.Convolutional(label, "Features", options), adds, ["Features"], label) { BatchSize = 128 };
}
