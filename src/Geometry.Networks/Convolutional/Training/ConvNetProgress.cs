using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>How far a training has come: the network, the state of its steps, the history, and the best network so far.</summary>
internal sealed class ConvNetProgress
{
    private readonly Tensor[] _arrays;
    private readonly float[][] _best;
    private readonly List<ConvNetEpochReport> _history = [];

    public ConvNetProgress(ConvNet network, ParameterUpdates updates)
    {
        Updates = updates;
        _arrays = [.. network.Arrays().Select(array => array.Values)];
        _best = Array.ConvertAll(_arrays, array => new float[array.NumberOfElements]);
    }

    /// <summary>Gets the state of the steps.</summary>
    public ParameterUpdates Updates { get; }

    /// <summary>Gets the number of epochs done.</summary>
    public int Epoch => _history.Count;

    /// <summary>Gets the epoch with the lowest loss; 0 before the first.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>Gets the reports of the epochs.</summary>
    public IReadOnlyList<ConvNetEpochReport> History => _history;

    /// <summary>Gets the arrays of the network as they are now.</summary>
    public IReadOnlyList<Tensor> Arrays => _arrays;

    /// <summary>Gets the values of the arrays after the best epoch.</summary>
    public IReadOnlyList<float[]> Best => _best;

    /// <summary>Takes the report of an epoch that was just done.</summary>
    public void Add(ConvNetEpochReport report)
    {
        _history.Add(report);
        if (BestEpoch == 0 || Measure(report) < Measure(_history[BestEpoch - 1]))
        {
            BestEpoch = Epoch;
            for (int i = 0; i < _arrays.Length; i++)
            {
                TensorMemory.CopyTo(_arrays[i], _best[i]);
            }
        }
    }

    /// <summary>Goes back to a state that was kept.</summary>
    public void Restore(IEnumerable<ConvNetEpochReport> history, int bestEpoch)
    {
        _history.Clear();
        _history.AddRange(history);
        BestEpoch = bestEpoch;
    }

    /// <summary>Gives the network the arrays of the best epoch.</summary>
    public void RestoreBest()
    {
        using IDisposable noGradient = no_grad();
        for (int i = 0; i < _arrays.Length; i++)
        {
            Overwrite(_arrays[i], _best[i]);
        }
    }

    /// <summary>Whether all numbers of the network are finite.</summary>
    public bool IsFinite() => _arrays.All(array => TensorMemory.ToArray(array).All(float.IsFinite));

    /// <summary>Overwrites a tensor that stays in use.</summary>
    public static void Overwrite(Tensor tensor, float[] values)
    {
        using Tensor source = TensorMemory.FromSpan(values, tensor.shape);
        using Tensor target = tensor.detach();
        target.copy_(source);
    }

    // The earlier of two equals stays the best.
    private static double Measure(ConvNetEpochReport report) => report.ValidationLoss ?? report.Loss;
}
