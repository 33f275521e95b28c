using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class BatchNorm1d : nn.Module<Tensor, Tensor>
{
    private readonly BatchStatistics _statistics;

    internal BatchNorm1d(long features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(nameof(BatchNorm1d))
    {
        _statistics = new(eps, momentum);
        var (place, type) = GetDefaultDeviceAndType(device, dtype);
        if (affine)
        {
            weight = new Parameter(ones([features], dtype: type, device: place));
            bias = new Parameter(zeros([features], dtype: type, device: place));
        }
        if (!track_running_stats) return;
        register_buffer(nameof(running_mean), zeros([features], dtype: type, device: place));
        register_buffer(nameof(running_var), ones([features], dtype: type, device: place));
        register_buffer("num_batches_tracked", zeros([], dtype: ScalarType.Int64, device: place));
    }

    private Parameter? weight
    {
        get => _internal_params.TryGetValue(nameof(weight), out Parameter? value) ? value : null;
        set => ConditionallyRegisterParameter(nameof(weight), value);
    }

    private Parameter? bias
    {
        get => _internal_params.TryGetValue(nameof(bias), out Parameter? value) ? value : null;
        set => ConditionallyRegisterParameter(nameof(bias), value);
    }

    private Tensor? running_mean => get_buffer(nameof(running_mean));

    private Tensor? running_var => get_buffer(nameof(running_var));

    public override Tensor forward(Tensor tensor)
    {
        if (tensor.dim() is not (2 or 3)) throw new ArgumentException($"Expected 2D or 3D input to BatchNorm1d, but got {tensor.dim()}D.", nameof(tensor));
        return _statistics.Normalise(tensor, weight, bias, running_mean, running_var, get_buffer("num_batches_tracked"), training);
    }
}
