using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>y = x W^T + b, with W of (outputs, inputs).</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
    {
        var (place, type) = GetDefaultDeviceAndType(device, dtype);
        weight = new Parameter(empty([outputSize, inputSize], dtype: type, device: place));
        bias = hasBias ? new Parameter(empty([outputSize], dtype: type, device: place)) : null;
        nn.init.ResetLikeLinear(weight, bias);
    }

    internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
    {
        this.weight = weight;
        this.bias = bias;
    }

    public Parameter weight
    {
        get => _internal_params[nameof(weight)];
        set => ConditionallyRegisterParameter(nameof(weight), value);
    }

    public Parameter? bias
    {
        get => _internal_params.TryGetValue(nameof(bias), out Parameter? value) ? value : null;
        set => ConditionallyRegisterParameter(nameof(bias), value);
    }

    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
}
