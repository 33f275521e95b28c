using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>
/// A convolutional network whose layers are in view: submodules by the names of <see cref="ConvNetArchitecture.LayerNames"/>, and <c>Readout</c>.
/// </summary>
/// <remarks>
/// Initial weights come from the seed of the options by named streams, never from libtorch's generator, and do not depend on the
/// nonlinearity: those of a layer with n inputs to each unit (for a convolution, input maps x kernel height x kernel width) follow the laws of
/// <see cref="MlpInitialisation"/>. In evaluation mode forward passes may run on several threads at once. The network lives until it
/// is disposed, whatever dispose scope it was made in.
/// </remarks>
public sealed partial class ConvNet : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor>?[] _parts;
    private readonly long[] _batchShape;

    /// <summary>Makes a network with its initial weights.</summary>
    /// <param name="imageShape">The channels, height and width of the images; each at least 1.</param>
    /// <param name="outputs">The number of outputs; at least 1.</param>
    /// <param name="options">Architecture, nonlinearity, readout, initialisation and seed; the settings of training are not used.</param>
    /// <exception cref="ArgumentException">The options are out of range, or the images are too small for the architecture.</exception>
    public ConvNet(IReadOnlyList<int> imageShape, int outputs, ConvNetOptions options)
        : this(ConvNetBlueprint.Of(imageShape, outputs, options), Draw(options))
    {
    }

    internal ConvNet(ConvNetBlueprint blueprint, ArraySource source)
        : base(nameof(ConvNet))
    {
        Blueprint = blueprint;
        _batchShape = [-1, .. blueprint.ImageShape.Select(size => (long)size)];
        _parts = new nn.Module<Tensor, Tensor>?[blueprint.Architecture.Parts.Count];
        for (int part = 0; part < _parts.Length; part++)
        {
            _parts[part] = Add(part, source);
        }

        bool trained = blueprint.Readout == ReadoutMode.Trained;
        Readout = new ConvNetLayer(
            Mlp.ReadoutName, [blueprint.Outputs, blueprint.Layers[^1].Size], 1, hasBias: trained, isNormalised: false, null, trained, source);
        register_module(Mlp.ReadoutName, Readout);
    }

    /// <summary>Gets the parts, their shapes, the nonlinearity and the readout mode.</summary>
    public ConvNetBlueprint Blueprint { get; }

    /// <summary>Gets the output layer.</summary>
    public ConvNetLayer Readout { get; }

    /// <summary>Gets the layers that have weights, from the image on, the readout last.</summary>
    public IReadOnlyList<ConvNetLayer> WeightLayers => [.. _parts.SelectMany(Weighted), Readout];

    /// <summary>Computes the outputs.</summary>
    /// <param name="input">Images x channels x height x width, or images x the product of these; single precision.</param>
    /// <returns>Logits (or, for the squared error, predictions), images x outputs.</returns>
    public override Tensor forward(Tensor input) => Forward(input, (_, _) => { });

    /// <summary>Computes the outputs and keeps every layer on the way.</summary>
    /// <param name="input">Images x channels x height x width, or images x the product of these; single precision.</param>
    /// <returns>The values of the layers, in the order of <see cref="ConvNetBlueprint.Layers"/>, and the logits.</returns>
    public ConvNetOutputs ForwardLayers(Tensor input)
    {
        var layers = new Tensor[Blueprint.Layers.Count];
        Tensor logits = Forward(input, (layer, values) => layers[layer] = values.alias());
        return new ConvNetOutputs(layers, logits);
    }

    /// <summary>Computes the outputs and shows every layer on the way, without keeping them.</summary>
    /// <param name="input">Images x channels x height x width, or images x the product of these; single precision.</param>
    /// <param name="visit">Is given the place of a layer in <see cref="ConvNetBlueprint.Layers"/>, and its values, which are disposed of afterwards.</param>
    /// <returns>The logits.</returns>
    public Tensor ForwardLayers(Tensor input, Action<int, Tensor> visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return Forward(input, visit);
    }

    /// <summary>Copies the network with its present weights.</summary>
    /// <returns>A network that shares nothing with this one, in the same mode.</returns>
    public ConvNet Copy()
    {
        Dictionary<(string, string), Tensor> arrays = Arrays().ToDictionary(array => (array.Layer, array.Name), array => array.Values);
        ConvNet copy = new(Blueprint, (layer, array, _, _) => TensorMemory.ToArray(arrays[(layer, array)]));
        copy.train(training);
        return copy;
    }

    private Tensor Forward(Tensor input, Action<int, Tensor> visit)
    {
        Tensor current = input.reshape(_batchShape);
        for (int part = 0; part < _parts.Length; part++)
        {
            Tensor next;
            int layer = Blueprint.LayerOf(part);
            if (_parts[part] is ConvNetBlock block)
            {
                using Tensor inner = block.Inner.call(current);
                visit(layer - 1, inner);
                next = block.Combine(current, inner);
            }
            else
            {
                next = _parts[part] is { } module ? module.call(current) : current.mean([2L, 3L]);
            }

            visit(layer, next);
            current.Dispose();
            current = next;
        }

        Tensor logits = Readout.call(current);
        current.Dispose();
        return logits;
    }

    /// <summary>All arrays of all layers, in an order that is always the same.</summary>
    internal IEnumerable<(string Layer, string Name, Tensor Values)> Arrays() =>
        WeightLayers.SelectMany(layer => layer.Arrays.Select(array => (layer.GetName(), array.Name, array.Values)));

    private static ArraySource Draw(ConvNetOptions options)
    {
        InitialWeights initial = new(options.Initialisation, options.EffectiveSeed);
        return (layer, array, outputs, inputs) => (array, layer) switch
        {
            (ConvNetLayer.WeightName, Mlp.ReadoutName) => initial.ReadoutWeights(options.Readout, inputs, outputs),
            (ConvNetLayer.BiasName, Mlp.ReadoutName) => initial.ReadoutBiases(inputs, outputs),
            (ConvNetLayer.WeightName, _) => initial.HiddenWeights(layer, inputs, outputs),
            (ConvNetLayer.BiasName, _) => initial.HiddenBiases(layer, inputs, outputs),
            (ConvNetLayer.ScaleName or ConvNetLayer.VarianceName, _) => [.. Enumerable.Repeat(1f, outputs)],
            _ => new float[outputs],
        };
    }

    private static IEnumerable<ConvNetLayer> Weighted(nn.Module<Tensor, Tensor>? part) => part switch
    {
        ConvNetLayer layer => [layer],
        ConvNetBlock block => block.Layers,
        _ => [],
    };

    // Null for the mean over space, which is no module.
    private nn.Module<Tensor, Tensor>? Add(int part, ArraySource source)
    {
        ConvNetPart plan = Blueprint.Architecture.Parts[part];
        string name = Blueprint.Layers[Blueprint.LayerOf(part)].Name;
        IReadOnlyList<int> input = Blueprint.InputOf(part);
        bool isNormalised = Blueprint.BatchNormalisation;
        ConvNetLayer Layer(params int[] shape) =>
            new(name, shape, plan.Stride, hasBias: !isNormalised, isNormalised, Blueprint.Nonlinearity, trained: true, source);
        nn.Module<Tensor, Tensor>? module = plan.Kind switch
        {
            ConvNetPartKind.Convolution => Layer(plan.Size, input[0], plan.Kernel, plan.Kernel),
            ConvNetPartKind.Dense => Layer(plan.Size, new ConvNetLayerShape(name, input).Size),
            ConvNetPartKind.Residual => new ConvNetBlock(name, input[0], plan, isNormalised, Blueprint.Nonlinearity, source),
            ConvNetPartKind.MaxPool => nn.MaxPool2d(2),
            _ => null,
        };
        if (module is not null)
        {
            register_module(name, module);
        }

        return module;
    }
}
