using Geometry.MLNet;
using Microsoft.ML;
using TorchSharp;
using static TorchSharp.torch;

namespace Contracts.Cases;

/// <summary>Modules that a user built.</summary>
internal static class ModuleCases
{
    private static readonly ModuleOptions SmallBatches = new() { BatchSize = 7 };

    public static IEnumerable<ContractCase> All =>
    [
        Of("output alone", "Features", () => nn.Linear(6, 3), new ModuleOptions(), new ModuleOutput("Logits")),
        Of(
            "plain", "Features", () => nn.Sequential(("fc1", nn.Linear(6, 4)), ("act", nn.Tanh()), ("fc2", nn.Linear(4, 2))), SmallBatches,
            new("Drive", "fc1"), new("Hidden", "act"), new("Logits")),
        Of(
            "nested", "Features",
            () => nn.Sequential(("body", nn.Sequential(("fc", nn.Linear(6, 4)), ("act", nn.ReLU()))), ("drop", nn.Dropout(0.5)), ("head", nn.Linear(4, 2))),
            SmallBatches, new("Hidden", "body.act"), new("Body", "body"), new("Logits", "head")),
        Of("scopes and in-place activations", "Features", () => new ScopedModule(), SmallBatches, new("Drive", "first"), new("Active", "relu"), new("Out")),
        Of("convolution by the column's dimensions", "Image", Convolution, SmallBatches, new("Maps", "relu"), new("Logits")),
        Of(
            "convolution by the input shape", "Features", Convolution, SmallBatches with { InputShape = [1, 2, 3] },
            new("Maps", "relu"), new("Logits")),
    ];

    private static ContractCase Of(
        string name, string input, Func<nn.Module<Tensor, Tensor>> create, ModuleOptions options, params ModuleOutput[] outputs) =>
        new(
            $"Module: {name}", ml => ml.Geometry.Networks.Module(create(), input, outputs, options),
            [.. outputs.Select(output => output.OutputColumnName)], [input])
        {
            BatchSize = options.BatchSize,
            LoadOptions = new ModelLoadOptions { Modules = new Dictionary<string, Func<nn.Module<Tensor, Tensor>>> { [create().GetName()] = create } },
        };

    private static nn.Module<Tensor, Tensor> Convolution() => nn.Sequential(
        ("conv", nn.Conv2d(1, 2, 2)), ("relu", nn.ReLU(inplace: true)), ("flat", nn.Flatten()), ("fc", nn.Linear(4, 3)));
}
