namespace Microsoft.ML.Data;

/// <summary>The sums that a multiclass evaluation keeps of the scored rows.</summary>
internal sealed class MulticlassPredictions(int classes)
{
    // The probability that stands for zero, so that one confident mistake does not make the mean infinite.
    private const double SmallestProbability = 1e-15;

    private readonly double[][] _counts = [.. Enumerable.Range(0, classes).Select(_ => new double[classes])];
    private readonly double[] _losses = new double[classes];
    private readonly double[] _ranks = new double[classes];
    private double _rows;

    /// <param name="truth">The true class; one that the scores do not know counts as a miss.</param>
    /// <param name="scores">One score a class.</param>
    public void Add(int truth, ReadOnlySpan<float> scores)
    {
        _rows++;
        if (truth >= classes) return;
        int decision = 0, rank = 0;
        for (int c = 0; c < classes; c++)
        {
            if (scores[c] > scores[decision]) decision = c;
            if (scores[c] > scores[truth] || (scores[c] == scores[truth] && c < truth)) rank++;
        }

        _counts[truth][decision]++;
        _ranks[rank]++;
        _losses[truth] -= Math.Log(Math.Clamp(scores[truth], SmallestProbability, 1));
    }

    public ConfusionMatrix ToConfusionMatrix(string[] names) => new(_counts, names, isBinary: false);

    /// <summary>The share of rows whose true class is among the <paramref name="k"/> best scores.</summary>
    public double TopKAccuracy(int k) => _ranks.Take(k).Sum() / _rows;

    /// <summary>The mean over the classes that occur of the share of their rows that were recognised.</summary>
    public double MacroAccuracy()
    {
        var present = _counts.Select((row, i) => (Hits: row[i], Total: row.Sum())).Where(c => c.Total > 0).ToList();
        return present.Count == 0 ? 0 : present.Average(c => c.Hits / c.Total);
    }

    public double LogLoss() => _losses.Sum() / _counts.Sum(row => row.Sum());

    public double[] PerClassLogLoss() => [.. _losses.Select((loss, i) => _counts[i].Sum() is var n and > 0 ? loss / n : 0)];

    /// <summary>The log loss of the class frequencies themselves.</summary>
    public double Entropy()
    {
        double total = _counts.Sum(row => row.Sum());
        return _counts.Select(row => row.Sum() / total).Where(p => p > 0).Sum(p => -p * Math.Log(p));
    }
}
