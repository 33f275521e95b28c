using Geometry.Networks;
using Geometry.Seeding;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Geometry.Onnx.Tests.Cases;

/// <summary>Every named nonlinearity: the function itself over a wide range against its formula in double precision, and in a network against the forward pass.</summary>
internal static class NonlinearityCases
{
    /// <summary>Gets all names with their default parameters, and others with parameters that make a difference to the nodes.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        .. Nonlinearity.KnownNames.Select(name => name.Split('(')[0]),
        "leaky-relu(-0.3)", "leaky-relu(1.5)", "elu(2.5)", "hardtanh(0.1)", "relu-ceiling(3)", "shifted-relu(0)", "shifted-relu(-0.7)", "shifted-tanh(-2)",
        "dead-zone(0.1)", "saturating-dead-zone(0.2, 3)", "clipped(inf, inf)", "clipped(0, inf, 0, 1)", "clipped(inf, 2, 0.3, -0.2)",
        "clipped(1, 1, 0.5, 0.25)", "clipped(0.5, inf, 0.5)", "smoothed-relu(0.01)", "smoothed-relu(10)", "smoothed-tanh(0.1)", "smoothed-tanh(5)",
    ];

    public static IEnumerable<KeyValuePair<string, Func<ExportedCase>>> All =>
    [
        .. Texts.Select(text => KeyValuePair.Create($"function {text}", () => Function(Nonlinearity.Parse(text)))),
        .. Texts.Select(text => KeyValuePair.Create($"network {text}", () => Network(Nonlinearity.Parse(text)))),
    ];

    // Fine steps where functions bend, then decades up to where squares overflow.
    private static float[] Arguments =>
    [
        .. Enumerable.Range(-480, 961).Select(step => step / 16f),
        .. Enumerable.Range(-120, 301).Select(step => (float)Math.Pow(10, step / 20d)).SelectMany(x => new[] { x, -x }),
        103, -103, 104, -104, 89, -89, 1e20f, -1e20f, 1e30f, -1e30f,
    ];

    // The weight is 1 and the bias 0, so that the hidden layer is the function of the input.
    private static ExportedCase Function(Nonlinearity nonlinearity)
    {
        using Mlp network = new(1, 1, new MlpOptions { HiddenWidths = [1], Nonlinearity = nonlinearity });
        Set(network.HiddenLayers[0].Weight, 1);
        Set(network.HiddenLayers[0].Bias!, 0);
        float[] x = Arguments;
        double[] values = new double[x.Length];
        nonlinearity.Evaluate(Array.ConvertAll(x, one => (double)one), values, new double[x.Length]);
        return new ExportedCase(
            Write(stream => OnnxModel.Write(network, new OnnxSignature { InputName = "x", Outputs = [new("f", "Hidden1")] }, stream)), "x", [1],
            [.. x.Select(one => new[] { one })], [new("f", "float32", [1], [.. values.Select(value => new[] { value })])]);
    }

    private static ExportedCase Network(Nonlinearity nonlinearity)
    {
        using Mlp network = new(6, 2, new MlpOptions { HiddenWidths = [9, 5], Nonlinearity = nonlinearity, Initialisation = new() { Gain = 2, BiasGain = 2 } });
        float[][] rows = Rows(20, 6, 2);
        using Tensor input = tensor(rows.SelectMany(row => row).ToArray(), [rows.Length, 6]);
        MlpOutputs outputs = network.ForwardLayers(input);
        return new ExportedCase(
            Write(stream => OnnxModel.Write(
                network, new OnnxSignature { InputName = "Features", Outputs = [new("Hidden1", "Hidden1"), new("second layer", "Hidden2"), new("logits", "Readout")] }, stream)),
            "Features", [6], rows, [Expect("Hidden1", outputs.Hidden[0]), Expect("second layer", outputs.Hidden[1]), Expect("logits", outputs.Logits)]);
    }

    /// <summary>Gaussian rows.</summary>
    public static float[][] Rows(int count, int width, float scale)
    {
        var stream = new RandomStream(7, "rows");
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            float[] row = new float[width];
            stream.FillGaussian(row.AsSpan());
            return Array.ConvertAll(row, value => scale * value);
        })];
    }

    /// <summary>What an output must be by our forward pass.</summary>
    public static ExpectedOutput Expect(string name, Tensor values)
    {
        float[] all = values.detach().contiguous().data<float>().ToArray();
        return new(name, "float32", [.. values.shape[1..].Select(size => (int)size)], [.. all.Select(value => (double)value).Chunk(all.Length / (int)values.shape[0])]);
    }

    /// <summary>The bytes that are written.</summary>
    public static byte[] Write(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    /// <summary>Overwrites an array of a network.</summary>
    public static void Set(Tensor array, params float[] values)
    {
        using TensorAccessor<float> elements = array.data<float>();
        elements.CopyFrom(values);
    }
}
