using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    protected long input_channels;

    private readonly ConvolutionShape _shape;
    private readonly Operator _operator;
    private readonly long[] _padding;

    private protected Convolution(string name, Operator convolve, long inputChannel, long outputChannel, ConvolutionShape shape,
        bool hasBias, Device? device, ScalarType? dtype) : base(name)
    {
        if (shape.Groups < 1 || inputChannel % shape.Groups != 0 || outputChannel % shape.Groups != 0)
            throw new ArgumentException($"{inputChannel} input and {outputChannel} output channels do not divide into {shape.Groups} groups.");
        input_channels = inputChannel;
        _shape = shape;
        _operator = convolve;
        _padding = shape.PaddedByOperator ? shape.Before : new long[shape.Kernel.Length];

        var (place, type) = GetDefaultDeviceAndType(device, dtype);
        weight = new Parameter(empty([outputChannel, inputChannel / shape.Groups, .. shape.Kernel], dtype: type, device: place));
        bias = hasBias ? new Parameter(empty([outputChannel], dtype: type, device: place)) : null;
        nn.init.ResetLikeLinear(weight, bias);
    }

    private Parameter weight
    {
        get => _internal_params[nameof(weight)];
        set => ConditionallyRegisterParameter(nameof(weight), value);
    }

    private Parameter? bias
    {
        get => _internal_params.TryGetValue(nameof(bias), out Parameter? value) ? value : null;
        set => ConditionallyRegisterParameter(nameof(bias), value);
    }

    /// <summary>Whether the input is (C, spatial...) or (N, C, spatial...) with this layer's channels.</summary>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        long[] shape = input.shape;
        return (shape.Length == dimensions + 1 && shape[0] == input_channels) || (shape.Length == dimensions + 2 && shape[1] == input_channels);
    }

    private protected Tensor Convolve(Tensor input)
    {
        long dimensions = _shape.Kernel.Length;
        if (!ValidateShape(input, dimensions))
        {
            throw new ArgumentException($"Expected {dimensions + 1}D (unbatched) or {dimensions + 2}D (batched) input with {input_channels} " +
                $"channels to {GetName()}, but got [{string.Join(", ", input.shape)}].", nameof(input));
        }
        if (_shape.PaddedByOperator) return Apply(input);
        using Tensor padded = nn.functional.pad(input, _shape.Amounts, _shape.Mode);
        return Apply(padded);
    }

    private Tensor Apply(Tensor input) => _operator.Call(input, weight, bias, _shape.Stride, _padding, _shape.Dilation, _shape.Groups);
}
