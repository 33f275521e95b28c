using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>
/// A multilayer perceptron of any depth whose hidden layers are in view: submodules <c>Hidden1</c> to <c>HiddenL</c> and <c>Readout</c>,
/// z1 = f(x W1' + b1), z2 = f(z1 W2' + b2), ..., logits = zL J' + c.
/// </summary>
/// <remarks>
/// Initial weights come from the seed of the options by named streams, never from libtorch's generator, and do not depend on the
/// nonlinearity. Forward passes may run on several threads at once. The network lives until it is disposed, whatever dispose
/// scope it was made in.
/// </remarks>
public sealed partial class Mlp : nn.Module<Tensor, Tensor>
{
    /// <summary>The name of the output layer among the submodules.</summary>
    public const string ReadoutName = "Readout";

    /// <summary>Makes a network with its initial weights.</summary>
    /// <param name="inputWidth">The number of features; at least 1.</param>
    /// <param name="outputWidth">The number of outputs; at least 1.</param>
    /// <param name="options">Widths, nonlinearity, readout, initialisation and seed; the settings of training are not used.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width is less than 1.</exception>
    /// <exception cref="ArgumentException">The options are out of range.</exception>
    public Mlp(int inputWidth, int outputWidth, MlpOptions options)
        : this(MlpArchitecture.Of(inputWidth, outputWidth, options), Draw(options))
    {
    }

    private Mlp(MlpArchitecture architecture, Func<string, int, int, bool, (float[] Weights, float[]? Biases)> weights)
        : base(nameof(Mlp))
    {
        Architecture = architecture;
        List<MlpLayer> hidden = [];
        int inputs = architecture.InputWidth;
        foreach (int width in architecture.HiddenWidths)
        {
            hidden.Add(AddLayer(HiddenName(hidden.Count + 1), inputs, width, architecture.Nonlinearity, trained: true, weights));
            inputs = width;
        }

        HiddenLayers = hidden;
        Readout = AddLayer(ReadoutName, inputs, architecture.OutputWidth, null, architecture.Readout == ReadoutMode.Trained, weights);
    }

    /// <summary>Gets the widths, the nonlinearity and the readout mode.</summary>
    public MlpArchitecture Architecture { get; }

    /// <summary>Gets the hidden layers, from the input on.</summary>
    public IReadOnlyList<MlpLayer> HiddenLayers { get; }

    /// <summary>Gets the output layer.</summary>
    public MlpLayer Readout { get; }

    /// <summary>Gives the name of a hidden layer among the submodules.</summary>
    /// <param name="layer">The number of the layer, from 1 on.</param>
    /// <returns><c>Hidden1</c>, <c>Hidden2</c>, ...</returns>
    public static string HiddenName(int layer) => $"Hidden{layer}";

    /// <summary>Computes the outputs.</summary>
    /// <param name="input">Rows x input width, single precision.</param>
    /// <returns>Logits (or, for the squared error, predictions), rows x outputs.</returns>
    public override Tensor forward(Tensor input)
    {
        Tensor layer = input;
        foreach (MlpLayer hidden in HiddenLayers)
        {
            Tensor next = hidden.call(layer);
            if (!ReferenceEquals(layer, input))
            {
                layer.Dispose();
            }

            layer = next;
        }

        Tensor logits = Readout.call(layer);
        layer.Dispose();
        return logits;
    }

    /// <summary>Computes the outputs and keeps every hidden layer on the way.</summary>
    /// <param name="input">Rows x input width, single precision.</param>
    /// <returns>The activations of all hidden layers, and the logits.</returns>
    public MlpOutputs ForwardLayers(Tensor input)
    {
        List<Tensor> activations = [];
        Tensor layer = input;
        foreach (MlpLayer hidden in HiddenLayers)
        {
            layer = hidden.call(layer);
            activations.Add(layer);
        }

        return new MlpOutputs(activations, Readout.call(layer));
    }

    /// <summary>Copies the network with its present weights.</summary>
    /// <returns>A network that shares nothing with this one.</returns>
    public Mlp Copy()
    {
        Dictionary<string, MlpLayer> layers = HiddenLayers.Select((layer, i) => (Name: HiddenName(i + 1), layer)).Append((ReadoutName, Readout))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
        return new Mlp(Architecture, (name, _, _, _) =>
            (TensorMemory.ToArray(layers[name].Weight), layers[name].Bias is { } bias ? TensorMemory.ToArray(bias) : null));
    }

    /// <summary>Makes a network of weights that are at hand.</summary>
    /// <param name="architecture">What the network is made of.</param>
    /// <param name="weights">Gives the weights (outputs x inputs) and, where it is trained, the biases of a layer by its name, inputs and outputs.</param>
    internal static Mlp FromWeights(MlpArchitecture architecture, Func<string, int, int, bool, (float[] Weights, float[]? Biases)> weights) =>
        new(architecture, weights);

    /// <summary>Gives what draws the initial weights, in the form that <see cref="FromWeights"/> takes.</summary>
    internal static Func<string, int, int, bool, (float[] Weights, float[]? Biases)> Draw(MlpOptions options)
    {
        InitialWeights initial = new(options.Initialisation, options.EffectiveSeed);
        return (name, inputs, outputs, trained) => name == ReadoutName
            ? (initial.ReadoutWeights(options.Readout, inputs, outputs), trained ? initial.ReadoutBiases(inputs, outputs) : null)
            : (initial.HiddenWeights(name, inputs, outputs), initial.HiddenBiases(name, inputs, outputs));
    }

    private MlpLayer AddLayer(
        string name,
        int inputs,
        int outputs,
        Nonlinearity? nonlinearity,
        bool trained,
        Func<string, int, int, bool, (float[] Weights, float[]? Biases)> values)
    {
        // The layer takes its parameters out of the scope; what they were made of stays in it.
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (float[] weights, float[]? biases) = values(name, inputs, outputs, trained);
        Tensor weight = TensorMemory.FromSpan(weights, outputs, inputs);
        Tensor? bias = biases is null ? null : TensorMemory.FromSpan(biases, outputs);
        MlpLayer layer = new(name, weight, bias, nonlinearity, trained);
        register_module(name, layer);
        return layer;
    }
}
