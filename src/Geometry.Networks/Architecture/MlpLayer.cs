using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>A hidden layer, f(x W' + b), or a readout, x W' + b. Safe for forward passes on several threads at once.</summary>
public sealed class MlpLayer : nn.Module<Tensor, Tensor>
{
    private readonly Nonlinearity? _nonlinearity;

    internal MlpLayer(string name, Tensor weight, Tensor? bias, Nonlinearity? nonlinearity, bool trained)
        : base(name)
    {
        _nonlinearity = nonlinearity;
        if (trained)
        {
            Parameter parameter = new(weight);
            parameter.DetachFromDisposeScope();
            register_parameter("weight", parameter);
            Weight = parameter;
            if (bias is not null)
            {
                Parameter biasParameter = new(bias);
                biasParameter.DetachFromDisposeScope();
                register_parameter("bias", biasParameter);
                Bias = biasParameter;
            }
        }
        else
        {
            Weight = weight.DetachFromDisposeScope();
            register_buffer("weight", Weight);
        }
    }

    /// <summary>Gets the weights, outputs x inputs: a parameter when they are trained, a buffer when they are fixed.</summary>
    public Tensor Weight { get; }

    /// <summary>Gets the biases, one an output; null for a fixed readout.</summary>
    public Tensor? Bias { get; }

    /// <summary>Computes the layer.</summary>
    /// <param name="input">Rows x inputs, single precision.</param>
    /// <returns>Rows x outputs.</returns>
    public override Tensor forward(Tensor input)
    {
        Tensor product = nn.functional.linear(input, Weight, Bias);
        if (_nonlinearity is null)
        {
            return product;
        }

        Tensor result = _nonlinearity.Apply(product);
        if (!ReferenceEquals(result, product))
        {
            product.Dispose();
        }

        return result;
    }
}
