using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>Remembers the initial weights and hidden geometry of a network, to tell later how far they moved.</summary>
internal sealed class LazinessProbe
{
    private const int MaxRows = 1000;
    private const double NoVariation = 1e-12;

    private readonly Tensor _rows;
    private readonly float[][] _weights;
    private readonly Tensor?[] _hidden;

    public LazinessProbe(Mlp network, Tensor rows)
    {
        _rows = rows.shape[0] <= MaxRows ? rows : rows.narrow(0, 0, MaxRows);
        _weights = Weights(network);
        _hidden = CentredHidden(network);
    }

    /// <summary>Compares the network with what it was.</summary>
    public IReadOnlyList<LayerLaziness> Measure(Mlp network)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        float[][] weights = Weights(network);
        Tensor?[] hidden = CentredHidden(network);
        return [.. weights.Select((now, i) => new LayerLaziness(
            Mlp.HiddenName(i + 1), WeightChange(_weights[i], now), KernelChange(_hidden[i], hidden[i])))];
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
        before is null || now is null ? null : Math.Max(0, 1 - KernelProduct(before, now));

    private Tensor?[] CentredHidden(Mlp network)
    {
        using IDisposable noGradient = no_grad();
        return [.. network.ForwardLayers(_rows).Hidden.Select(Centred)];
    }

    // Centred activations, scaled so that their kernel has unit norm.
    private static Tensor? Centred(Tensor activations)
    {
        Tensor values = activations.to_type(ScalarType.Float64);
        Tensor centred = values - values.mean([0L], keepdim: true);
        double norm = Math.Sqrt(KernelProduct(centred, centred));
        double scale = (values * values).sum().item<double>();
        return norm > NoVariation * scale ? centred / Math.Sqrt(norm) : null;
    }

    // The inner product of the kernels A A' and B B', which is |A'B|^2: whichever matrices are the smaller.
    private static double KernelProduct(Tensor a, Tensor b)
    {
        if (a.shape[0] > a.shape[1])
        {
            Tensor cross = a.t().mm(b);
            return (cross * cross).sum().item<double>();
        }

        return (a.mm(a.t()) * b.mm(b.t())).sum().item<double>();
    }
}
