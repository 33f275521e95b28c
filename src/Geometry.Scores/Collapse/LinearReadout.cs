using System.Globalization;

namespace Geometry.Scores;

/// <summary>The last layer of a network: outputs = weights x responses + biases, one output a class or one for two classes.</summary>
public sealed class LinearReadout
{
    private readonly ReadOnlyMemory<float> _weights;
    private readonly ReadOnlyMemory<float> _biases;

    /// <summary>Wraps the parameters; the memory is not copied.</summary>
    /// <param name="weights">The weights, row by row: outputs x units, finite.</param>
    /// <param name="biases">The bias of each output, finite; empty for none.</param>
    /// <param name="outputs">Number of outputs, at least 1.</param>
    /// <exception cref="ArgumentException">The lengths do not fit or a number is not finite.</exception>
    public LinearReadout(ReadOnlyMemory<float> weights, ReadOnlyMemory<float> biases, int outputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        if (weights.IsEmpty || weights.Length % outputs != 0 || (!biases.IsEmpty && biases.Length != outputs))
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A readout of {outputs} outputs needs a multiple of {outputs} weights and {outputs} or no biases, but {weights.Length} and {biases.Length} were given."),
                nameof(weights));
        }

        foreach (var values in (ReadOnlySpan<ReadOnlyMemory<float>>)[weights, biases])
        {
            foreach (var value in values.Span)
            {
                if (!float.IsFinite(value))
                {
                    throw new ArgumentException("The readout holds a number that is not finite; the network has diverged.", nameof(weights));
                }
            }
        }

        _weights = weights;
        _biases = biases;
        Outputs = outputs;
        Width = weights.Length / outputs;
    }

    /// <summary>Gets the number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>Gets the weights: outputs x units.</summary>
    public ReadOnlyMemory<float> Weights => _weights;

    /// <summary>Gets the biases; none, or one an output.</summary>
    public ReadOnlyMemory<float> Biases => _biases;

    /// <summary>Gets the number of units that are read.</summary>
    public int Width { get; }

    /// <summary>The weights and bias of each of several classes; one output stands for two classes as -output and +output.</summary>
    internal (RowMatrix Weights, double[] Biases) ForClasses(int classes)
    {
        var weights = new RowMatrix(classes, Width);
        var biases = new double[classes];
        for (var k = 0; k < classes; k++)
        {
            var (from, sign) = Outputs == 1 ? (0, k == 0 ? -1 : 1) : (k, 1);
            for (var i = 0; i < Width; i++)
            {
                weights.Row(k)[i] = sign * _weights.Span[from * Width + i];
            }

            biases[k] = _biases.IsEmpty ? 0 : sign * _biases.Span[from];
        }

        return (weights, biases);
    }
}
