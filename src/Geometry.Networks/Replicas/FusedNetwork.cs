namespace Geometry.Networks;

/// <summary>
/// A multilayer perceptron in pinned memory whose training step is written out: forward pass, derivatives and optimiser, without tensors
/// and without allocation. One thread uses it.
/// </summary>
/// <remarks>
/// Rows of a step are taken in blocks whose activations stay in the cache; gradients add up over the blocks. How rows are divided depends on
/// the architecture alone, so the result does too.
/// </remarks>
internal sealed unsafe partial class FusedNetwork : IDisposable
{
    private const int WorkingFloats = 128 * 1024, MinBlockRows = 32, MaxBlockRows = 512;

    private readonly FusedLayer[] _layers;
    private readonly int _outputs, _readoutStride, _readout, _readoutBiases;
    private readonly NonlinearityKernel _kernel;
    private readonly VectorWidth _vectors;
    private readonly MlpArchitecture _architecture;
    private readonly PinnedMemory _memory;
    private readonly float* _parameters, _zeros;
    private float* _gradients, _otherGradients;

    /// <summary>Makes a network with its initial weights.</summary>
    public FusedNetwork(int inputs, int outputs, MlpOptions options, VectorWidth vectors)
    {
        _architecture = MlpArchitecture.Of(inputs, outputs, options);
        _kernel = options.Nonlinearity.Kernel!;
        _vectors = vectors;
        _outputs = outputs;
        _layers = LayOut(inputs, options.HiddenWidths);
        int hidden = _layers.Sum(layer => layer.ParameterCount);
        _readoutStride = _layers[^1].Stride;
        _readout = hidden;
        _readoutBiases = hidden + (outputs * _readoutStride);
        TrainsReadout = options.Readout == ReadoutMode.Trained;
        int all = _readoutBiases + VectorWidths.Pad(outputs);
        ParameterCount = TrainsReadout ? all : hidden;
        BlockRows = BlockRowsFor(inputs, options.HiddenWidths);

        int widest = _layers.Max(layer => Math.Max(layer.Stride, layer.TransposedStride));
        long[] blocks = [.. _layers.SelectMany(layer => Enumerable.Repeat((long)BlockRows * layer.Stride, 3))];
        long[] transposed = [.. _layers.Skip(1).Select(layer => (long)layer.Width * layer.TransposedStride)];
        _memory = new PinnedMemory([all, ParameterCount, ParameterCount, widest, .. blocks, .. transposed]);
        _parameters = _memory.Take(all);
        _gradients = _memory.Take(ParameterCount);
        _otherGradients = _memory.Take(ParameterCount);
        _zeros = _memory.Take(widest);
        foreach (FusedLayer layer in _layers)
        {
            layer.Activations = _memory.Take((long)BlockRows * layer.Stride);
            layer.Slopes = _memory.Take((long)BlockRows * layer.Stride);
            layer.Deltas = _memory.Take((long)BlockRows * layer.Stride);
        }

        foreach (FusedLayer layer in _layers.Skip(1))
        {
            layer.Transposed = _memory.Take((long)layer.Width * layer.TransposedStride);
        }

        Fill(Mlp.Draw(options));
    }

    /// <summary>The number of trained parameters, with padding, which is 0 and has gradient 0.</summary>
    public int ParameterCount { get; }

    /// <summary>The trained parameters.</summary>
    public float* Parameters => _parameters;

    /// <summary>The gradient of the last step, in the order of <see cref="Parameters"/>.</summary>
    public float* Gradients => _gradients;

    /// <summary>The most rows that <see cref="Forward"/> takes.</summary>
    public int BlockRows { get; }

    private bool TrainsReadout { get; }

    /// <summary>Makes a module with the present weights.</summary>
    public Mlp ToModule() => Mlp.FromWeights(_architecture, Read);

    public void Dispose() => _memory.Dispose();

    private static int BlockRowsFor(int inputs, IReadOnlyList<int> widths)
    {
        long floatsPerRow = inputs + (3L * widths.Sum(width => (long)VectorWidths.Pad(width)));
        return (int)Math.Clamp(WorkingFloats / floatsPerRow / 8 * 8, MinBlockRows, MaxBlockRows);
    }

    private static FusedLayer[] LayOut(int inputs, IReadOnlyList<int> widths)
    {
        List<FusedLayer> layers = [];
        int place = 0, fanIn = inputs;
        foreach (int width in widths)
        {
            int stride = VectorWidths.Pad(width);
            layers.Add(new FusedLayer { Inputs = fanIn, Width = width, Stride = stride, Weights = place, Biases = place + (fanIn * stride) });
            place += layers[^1].ParameterCount;
            fanIn = width;
        }

        return [.. layers];
    }

    private void Fill(Func<string, int, int, bool, (float[] Weights, float[]? Biases)> draw)
    {
        for (int i = 0; i < _layers.Length; i++)
        {
            FusedLayer layer = _layers[i];
            (float[] weights, float[]? biases) = draw(Mlp.HiddenName(i + 1), layer.Inputs, layer.Width, true);
            for (int unit = 0; unit < layer.Width; unit++)
            {
                _parameters[layer.Biases + unit] = biases![unit];
                for (int input = 0; input < layer.Inputs; input++)
                {
                    _parameters[layer.Weights + (input * layer.Stride) + unit] = weights[(unit * layer.Inputs) + input];
                }
            }
        }

        int inputs = _layers[^1].Width;
        (float[] readout, float[]? readoutBiases) = draw(Mlp.ReadoutName, inputs, _outputs, TrainsReadout);
        for (int output = 0; output < _outputs; output++)
        {
            readout.AsSpan(output * inputs, inputs).CopyTo(new Span<float>(_parameters + _readout + (output * _readoutStride), inputs));
        }

        readoutBiases.AsSpan().CopyTo(new Span<float>(_parameters + _readoutBiases, _outputs));
    }

    private (float[] Weights, float[]? Biases) Read(string name, int inputs, int outputs, bool isTrained)
    {
        float[] weights = new float[inputs * (long)outputs];
        if (name == Mlp.ReadoutName)
        {
            for (int output = 0; output < outputs; output++)
            {
                new Span<float>(_parameters + _readout + (output * _readoutStride), inputs).CopyTo(weights.AsSpan(output * inputs));
            }

            return (weights, isTrained ? new Span<float>(_parameters + _readoutBiases, outputs).ToArray() : null);
        }

        FusedLayer layer = Array.Find(_layers, candidate => Mlp.HiddenName(Array.IndexOf(_layers, candidate) + 1) == name)!;
        for (int unit = 0; unit < outputs; unit++)
        {
            for (int input = 0; input < inputs; input++)
            {
                weights[(unit * inputs) + input] = _parameters[layer.Weights + (input * layer.Stride) + unit];
            }
        }

        return (weights, new Span<float>(_parameters + layer.Biases, outputs).ToArray());
    }
}
