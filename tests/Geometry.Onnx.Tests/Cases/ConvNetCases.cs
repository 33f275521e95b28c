using Geometry.Networks;
using Geometry.Seeding;
using static TorchSharp.torch;

namespace Geometry.Onnx.Tests.Cases;

/// <summary>Every architecture of convolutional networks, and others that the names leave out, with all layers as outputs.</summary>
internal static class ConvNetCases
{
    private const int Images = 5;

    private static readonly Nonlinearity[] s_functions =
        [Nonlinearity.Tanh, Nonlinearity.Relu, Nonlinearity.Gelu, Nonlinearity.Elu(), Nonlinearity.Relu, Nonlinearity.Swish, Nonlinearity.LeakyRelu(0.1)];

    public static IEnumerable<KeyValuePair<string, Func<ExportedCase>>> All =>
    [
        .. ConvNetArchitecture.Known.Zip(s_functions, (one, function) => Case(one.Name, [3, 16, 16], new() { Architecture = one, Nonlinearity = function })),
        Case("strides and odd sizes", [2, 7, 9], Parts("conv(4,5,3) pool residual(6,2) dense(7) dense(3)")),
        Case("normalised dense layers", [1, 6, 5], Parts("conv(3,1) dense(7) dense(4)") with { BatchNormalisation = true, Nonlinearity = Nonlinearity.Relu }),
        Case("residual without normalisation", [3, 8, 8], new() { Architecture = ConvNetArchitecture.ResNet8, BatchNormalisation = false }),
        Case("dense behind the average", [2, 8, 8], Parts("residual(2) residual(3) average dense(5)") with { Nonlinearity = Nonlinearity.Softplus }),
        Case("the average alone", [4, 3, 3], Parts("average") with { Readout = ReadoutMode.FixedGaussian }),
        Case("dense layers alone", [1, 4, 3], Parts("dense(6) dense(2)") with { Nonlinearity = Nonlinearity.Linear, Readout = ReadoutMode.FixedBalanced }),
        Case("linear maps", [1, 5, 5], Parts("conv(2) conv(3,3,2) pool") with { Nonlinearity = Nonlinearity.Linear }),
        Case("smoothed tanh", [1, 8, 8], Parts("conv(3) pool residual(3)") with { Nonlinearity = Nonlinearity.SmoothedTanh() }),
        KeyValuePair.Create("convolutional: forms of layers", Forms),
    ];

    private static ConvNetOptions Parts(string text) => new() { Architecture = ConvNetArchitecture.Parse(text) };

    private static KeyValuePair<string, Func<ExportedCase>> Case(string name, int[] shape, ConvNetOptions options) =>
        KeyValuePair.Create($"convolutional: {name}", () => Export(shape, options));

    private static ExportedCase Export(int[] shape, ConvNetOptions options)
    {
        using ConvNet network = Network(shape, options);
        float[][] rows = NonlinearityCases.Rows(Images, network.Blueprint.ImageSize, 1);
        using Tensor input = tensor(rows.SelectMany(row => row).ToArray(), [Images, network.Blueprint.ImageSize]);
        ConvNetOutputs outputs = network.ForwardLayers(input);
        string[] names = [.. network.Blueprint.Layers.Select(layer => layer.Name), "Readout"];
        return new ExportedCase(
            NonlinearityCases.Write(stream => OnnxModel.Write(
                network, new OnnxSignature { InputName = "Pixels", Outputs = [.. names.Select(name => new OnnxOutput(name, name))] }, stream)),
            "Pixels", shape, rows, [.. names.Zip([.. outputs.Layers, outputs.Logits], NonlinearityCases.Expect)]);
    }

    // The same layer in all forms, a dense one in those that leave it as it is, and the input's own name taken by an inner node.
    private static ExportedCase Forms()
    {
        int[] shape = [2, 6, 4];
        using ConvNet network = Network(shape, Parts("conv(3) pool dense(4)"));
        float[][] rows = NonlinearityCases.Rows(Images, network.Blueprint.ImageSize, 1);
        using Tensor input = tensor(rows.SelectMany(row => row).ToArray(), [Images, network.Blueprint.ImageSize]);
        ConvNetOutputs outputs = network.ForwardLayers(input);
        (Tensor maps, Tensor units) = (outputs.Layers[0], outputs.Layers[2]);
        OnnxOutput[] forms =
        [
            new("mean", "Conv1", OnnxValue.SpatialMean), new("flat", "Conv1", OnnxValue.Flattened), new("maps", "Conv1"), new("maps again", "Conv1"),
            new("units", "Hidden1", OnnxValue.SpatialMean), new("flat units", "Hidden1", OnnxValue.Flattened),
        ];
        return new ExportedCase(
            NonlinearityCases.Write(stream => OnnxModel.Write(network, new OnnxSignature { InputName = "Conv1_Conv", Outputs = forms }, stream)),
            "Conv1_Conv", shape, rows,
            [.. forms.Zip([maps.mean([2L, 3L]), maps.flatten(1), maps, maps, units, units], (form, values) => NonlinearityCases.Expect(form.Name, values))]);
    }

    // Factors, offsets and statistics of batch normalisation as training might leave them, not those that it starts with.
    private static ConvNet Network(int[] shape, ConvNetOptions options)
    {
        ConvNet network = new(shape, 3, options);
        var stream = new RandomStream(3, "normalisation");
        foreach (BatchNormalisation normalisation in network.WeightLayers.Select(layer => layer.Normalisation).OfType<BatchNormalisation>())
        {
            float[] Around(float centre) => [.. Enumerable.Range(0, (int)normalisation.Scale.NumberOfElements).Select(_ => centre + (0.8f * ((float)stream.NextDouble() - 0.5f)))];
            NonlinearityCases.Set(normalisation.Scale, Around(1));
            NonlinearityCases.Set(normalisation.Shift, Around(0));
        }

        using var noGradient = no_grad();
        using Tensor images = tensor(NonlinearityCases.Rows(Images, network.Blueprint.ImageSize, 1).SelectMany(row => row).ToArray(), [Images, network.Blueprint.ImageSize]);
        network.train();
        for (int pass = 0; network.Blueprint.BatchNormalisation && pass < 10; pass++)
        {
            using Tensor logits = network.call(images);
        }

        network.eval();
        return network;
    }
}
