using Geometry.MLNet;
using Geometry.Networks;
using Microsoft.ML;

namespace Contracts.Cases;

/// <summary>Multilayer perceptrons: every form of label, depth and several nonlinearities.</summary>
internal static class NetworkCases
{
    private static readonly MlpOptions Quick = new() { HiddenWidths = [7], Epochs = 2, BatchSize = 16, Seed = 5 };

    private static readonly Nonlinearity Cube = Nonlinearity.FromFunction("cube", x => x * x * x);

    private static readonly string[] Binary = ["Hidden1", "Score", "Probability", "PredictedLabel"];

    public static IEnumerable<ContractCase> All =>
    [
        Mlp("label Boolean", "Flag", Quick, Binary),
        Mlp("label 0/1 Single", "ZeroOne", Quick with { Nonlinearity = Nonlinearity.Relu }, Binary),
        Mlp("label key with text", "KindKey", Quick with { Nonlinearity = Nonlinearity.Gelu }, "Hidden1", "Score", "PredictedLabel"),
        Mlp("label key with integers", "NumberKey", Quick, "Hidden1", "Score", "PredictedLabel"),
        Mlp("label key without values", "Code", Quick, "Hidden1", "Score", "PredictedLabel"),
        Mlp("label vector of Boolean", "Flags", Quick, Binary),
        Mlp("label vector of Single", "ZeroOnes", Quick, Binary),
        Mlp("label real", "Real", Quick with { Loss = MlpLoss.MeanSquaredError }, "Hidden1", "Score"),
        Mlp("label real vector", "Reals", Quick with { Loss = MlpLoss.MeanSquaredError }, "Hidden1", "Score"),
        Mlp("label Boolean, squared error", "Flag", Quick with { Loss = MlpLoss.MeanSquaredError }, "Hidden1", "Score", "PredictedLabel"),
        Mlp(
            "three layers", "Flag", Quick with { HiddenWidths = [5, 1, 3], Nonlinearity = Nonlinearity.LeakyRelu(0.2) },
            "Hidden1", "Hidden2", "Hidden3", "Score", "Probability", "PredictedLabel"),
        Mlp("fixed readout, SGD", "Flag", MlpPresets.FixedReadout with { HiddenWidths = [8], Epochs = 2, Seed = 2 }, Binary),
        Mlp("a user's function", "Flag", Quick with { Nonlinearity = Cube }, Binary) with { LoadOptions = new ModelLoadOptions { Nonlinearities = [Cube] } },
        new("Mlp: features of several dimensions", ml => ml.Geometry.Networks.Mlp("Flag", "Image", Quick), Binary, ["Image"], "Flag"),
        new("Mlp: features of one number", ml => ml.Geometry.Networks.Mlp("Flag", "Real", Quick), Binary, ["Real"], "Flag"),
        new("Mlp: features sparse", ml => ml.Geometry.Networks.Mlp("Flag", "Sparse", Quick), Binary, ["Sparse"], "Flag"),
        new("Mlp: by names alone", ml => ml.Geometry.Networks.Mlp("Flag", "Features", [4], Nonlinearity.Softplus), Binary, ["Features"], "Flag"),
    ];

    private static ContractCase Mlp(string name, string label, MlpOptions options, params string[] adds) =>
        new($"Mlp: {name}", ml => ml.Geometry.Networks.Mlp(label, "Features", options), adds, ["Features"], label);
}
