namespace Geometry.Scores;

/// <summary>A linear classifier: the side of a row x is the sign of w.x + b.</summary>
public sealed class LinearClassifier
{
    private readonly double[] _weights;

    internal LinearClassifier(double[] weights, double intercept)
    {
        _weights = weights;
        Intercept = intercept;
    }

    /// <summary>Gets the weight of each unit.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Gets the intercept b.</summary>
    public double Intercept { get; }

    /// <summary>Computes w.x + b; targets are +1 and -1.</summary>
    /// <param name="row">The responses of all units to one stimulus.</param>
    /// <returns>The decision value, positive for the positive side.</returns>
    /// <exception cref="ArgumentException">The row has another number of units.</exception>
    public double Decide(ReadOnlySpan<float> row)
    {
        if (row.Length != _weights.Length)
        {
            throw new ArgumentException($"The classifier has weights for {_weights.Length} units, but the row has {row.Length}.", nameof(row));
        }

        var sum = Intercept;
        for (var i = 0; i < row.Length; i++)
        {
            sum += _weights[i] * row[i];
        }

        return sum;
    }
}
