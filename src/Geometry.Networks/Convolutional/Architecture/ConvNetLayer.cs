using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>
/// A convolution or a fully connected layer, with batch normalisation and a nonlinearity where it has them. In evaluation mode safe for forward
/// passes on several threads at once.
/// </summary>
public sealed class ConvNetLayer : nn.Module<Tensor, Tensor>
{
    internal const string WeightName = "weight", BiasName = "bias", ScaleName = "scale", ShiftName = "shift", MeanName = "mean", VarianceName = "variance";

    private const double Momentum = 0.1, Epsilon = 1e-5;

    private readonly Nonlinearity? _nonlinearity;
    private readonly long[]? _strides, _padding;
    private readonly List<(string Name, Tensor Values)> _arrays = [];

    /// <summary>Makes a layer; its arrays are asked of the source in the order of <see cref="Arrays"/>.</summary>
    /// <param name="name">The name of the layer.</param>
    /// <param name="shape">The weights: outputs x inputs, or maps x input maps x height x width.</param>
    /// <param name="stride">The stride of a convolution.</param>
    /// <param name="hasBias">Whether there are biases.</param>
    /// <param name="isNormalised">Whether there is batch normalisation.</param>
    /// <param name="nonlinearity">The function; null for none.</param>
    /// <param name="trained">Whether the weights are parameters.</param>
    /// <param name="source">Gives the values.</param>
    internal ConvNetLayer(
        string name, int[] shape, int stride, bool hasBias, bool isNormalised, Nonlinearity? nonlinearity, bool trained, ArraySource source)
        : base(name)
    {
        _nonlinearity = nonlinearity;
        (_strides, _padding) = shape.Length == 4 ? ([stride, stride], [shape[2] / 2, shape[3] / 2]) : (default(long[]), default(long[]));

        // The layer takes its arrays out of the scope; what they were made of stays in it.
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        int inputs = shape.Skip(1).Aggregate(1, (product, size) => checked(product * size));
        Tensor Make(string array, int[] size, bool isParameter)
        {
            Tensor values = TensorMemory.FromSpan(source(name, array, shape[0], inputs), Array.ConvertAll(size, extent => (long)extent));
            if (isParameter)
            {
                Parameter parameter = new(values);
                register_parameter(array, parameter);
                values = parameter;
            }
            else
            {
                register_buffer(array, values);
            }

            values.DetachFromDisposeScope();
            _arrays.Add((array, values));
            return values;
        }

        int[] channels = [shape[0]];
        Weight = Make(WeightName, shape, trained);
        Bias = hasBias ? Make(BiasName, channels, trained) : null;
        if (isNormalised)
        {
            Normalisation = new BatchNormalisation(
                Make(ScaleName, channels, true), Make(ShiftName, channels, true), Make(MeanName, channels, false), Make(VarianceName, channels, false), Epsilon);
        }
    }

    /// <summary>Gets the weights: outputs x inputs, or maps x input maps x height x width.</summary>
    public Tensor Weight { get; }

    /// <summary>Gets the biases, one an output or a map; null with batch normalisation, which has a shift, and for a fixed readout.</summary>
    public Tensor? Bias { get; }

    /// <summary>Gets batch normalisation, which stands between the preactivations and the nonlinearity; null for none.</summary>
    public BatchNormalisation? Normalisation { get; }

    /// <summary>Gets all arrays by name, statistics of batch normalisation included, in an order that is always the same.</summary>
    internal IReadOnlyList<(string Name, Tensor Values)> Arrays => _arrays;

    /// <summary>Computes the layer.</summary>
    /// <param name="input">Images x maps x height x width for a convolution; for a fully connected layer that, or images x inputs.</param>
    /// <returns>Images x maps x height x width, or images x outputs.</returns>
    public override Tensor forward(Tensor input)
    {
        Tensor result = Drive(input);
        if (Normalisation is { } norm)
        {
            using Tensor drive = result;
            result = nn.functional.batch_norm(drive, norm.Mean, norm.Variance, norm.Scale, norm.Shift, training, Momentum, norm.Epsilon);
        }

        return _nonlinearity is null ? result : Activate(_nonlinearity, result);
    }

    /// <summary>Applies a function and disposes of its input.</summary>
    internal static Tensor Activate(Nonlinearity nonlinearity, Tensor drive)
    {
        Tensor result = nonlinearity.Apply(drive);
        if (!ReferenceEquals(result, drive))
        {
            drive.Dispose();
        }

        return result;
    }

    private Tensor Drive(Tensor input)
    {
        if (_strides is not null)
        {
            return nn.functional.conv2d(input, Weight, Bias, _strides, _padding);
        }

        using Tensor rows = input.flatten(1);
        return nn.functional.linear(rows, Weight, Bias);
    }
}
