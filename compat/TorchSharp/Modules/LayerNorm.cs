using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    private readonly long[] _shape;
    private readonly double _eps;

    internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(LayerNorm))
    {
        _shape = normalized_shape;
        _eps = eps;
        if (!elementwise_affine) return;
        var (place, type) = GetDefaultDeviceAndType(device, dtype);
        weight = new Parameter(ones(normalized_shape, dtype: type, device: place));
        if (bias) this.bias = new Parameter(zeros(normalized_shape, dtype: type, device: place));
    }

    public Parameter? weight
    {
        get => _internal_params.TryGetValue(nameof(weight), out Parameter? value) ? value : null;
        set => ConditionallyRegisterParameter(nameof(weight), value);
    }

    public Parameter? bias
    {
        get => _internal_params.TryGetValue(nameof(bias), out Parameter? value) ? value : null;
        set => ConditionallyRegisterParameter(nameof(bias), value);
    }

    public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, _shape, weight, bias, _eps);
}
