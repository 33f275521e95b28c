using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Normalisation of each channel: by the batch's own mean and variance while training (which also moves the running ones) or when
/// none are tracked, by the running ones otherwise.
/// </summary>
internal sealed record BatchStatistics(double Epsilon, double Momentum)
{
    internal Tensor Normalise(Tensor input, Tensor? weight, Tensor? bias, Tensor? mean, Tensor? variance, Tensor? batches, bool training)
    {
        if (training && batches is not null)
        {
            using var off = no_grad();
            batches.add_(1);
        }
        return nn.functional.batch_norm(input, mean!, variance!, weight, bias, training || mean is null, Momentum, Epsilon);
    }
}
