using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>Remembers the initial weights and hidden geometry of a network, to tell later how far they moved.</summary>
internal sealed class LazinessProbe
{
    private const int MaxRows = 1000;
    private const double NoVariation = 1e-12;

    private readonly Tensor _rows;
    private readonly float[][] _weights;
    private readonly Tensor?[] _kernels;

    public LazinessProbe(Mlp network, Tensor rows)
    {
        _rows = rows.shape[0] <= MaxRows ? rows : rows.narrow(0, 0, MaxRows);
        _weights = Weights(network);
        _kernels = Kernels(network);
    }

    /// <summary>Compares the network with what it was.</summary>
    public IReadOnlyList<LayerLaziness> Measure(Mlp network)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        float[][] weights = Weights(network);
        Tensor?[] kernels = Kernels(network);
        return [.. weights.Select((now, i) => new LayerLaziness(
            Mlp.HiddenName(i + 1), WeightChange(_weights[i], now), KernelChange(_kernels[i], kernels[i])))];
    }

    private static float[][] Weights(Mlp network) => [.. network.HiddenLayers.Select(layer => TensorMemory.ToArray(layer.Weight))];

    private static double? WeightChange(float[] before, float[] now)
    {
        double change = 0, norm = 0;
        for (int i = 0; i < before.Length; i++)
        {
            double difference = (double)now[i] - before[i];
            change += difference * difference;
            norm += (double)before[i] * before[i];
        }

        return norm > 0 ? Math.Sqrt(change / norm) : null;
    }

    // Both kernels have unit norm, so that the alignment is their inner product; rounding alone can take it above 1.
    private static double? KernelChange(Tensor? before, Tensor? now) =>
        before is null || now is null ? null : Math.Max(0, 1 - (before * now).sum().item<double>());

    private Tensor?[] Kernels(Mlp network)
    {
        using IDisposable noGradient = no_grad();
        return [.. network.ForwardLayers(_rows).Hidden.Select(CentredKernel)];
    }

    private static Tensor? CentredKernel(Tensor activations)
    {
        Tensor values = activations.to_type(ScalarType.Float64);
        Tensor centred = values - values.mean([0L], keepdim: true);
        Tensor kernel = centred.mm(centred.t());
        double norm = Math.Sqrt((kernel * kernel).sum().item<double>());
        double scale = (values * values).sum().item<double>();
        return norm > NoVariation * scale ? kernel / norm : null;
    }
}
