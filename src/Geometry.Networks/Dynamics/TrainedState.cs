namespace Geometry.Networks;

/// <summary>What a network with one hidden layer is at one moment, in double precision and at the noise-free conditions.</summary>
internal sealed class TrainedState
{
    public TrainedState(Mlp network, LearningPoints points, TrainedState? initial)
    {
        MlpLayer layer = network.HiddenLayers[0];
        Weights = Values(layer.Weight);
        Biases = Values(layer.Bias!);
        Width = Biases.Length;
        double[] readout = Values(network.Readout.Weight);
        double[] outputBiases = network.Readout.Bias is { } bias ? Values(bias) : new double[points.TargetCount];
        ReadoutSigns = new double[Width * points.TargetCount];
        Projections = new double[Width * points.Count];
        double[] u = new double[points.Count * Width], responses = new double[u.Length], outputs = new double[points.Count * points.TargetCount];
        for (int k = 0; k < Width; k++)
        {
            for (int output = 0; output < points.TargetCount; output++)
            {
                ReadoutSigns[(k * points.TargetCount) + output] = readout[(output * Width) + k] >= 0 ? 1 : -1;
            }

            for (int i = 0; i < points.Count; i++)
            {
                double sum = 0;
                for (int d = 0; d < points.Dimensions; d++)
                {
                    sum += Weights[(k * points.Dimensions) + d] * points.Inputs.Span[(i * points.Dimensions) + d];
                }

                Projections[(k * points.Count) + i] = sum;
                u[(i * Width) + k] = sum + Biases[k];
            }
        }

        network.Architecture.Nonlinearity.Evaluate(u, responses, new double[u.Length]);
        for (int i = 0; i < outputs.Length; i++)
        {
            int condition = i / points.TargetCount, output = i % points.TargetCount;
            outputs[i] = outputBiases[output];
            for (int k = 0; k < Width; k++)
            {
                outputs[i] += readout[(output * Width) + k] * responses[(condition * Width) + k];
            }
        }

        Loss = PointAlignment.Loss(outputs, points);
        TargetAlignment = PointAlignment.WithTargets(responses, points);
        InputAlignment = PointAlignment.WithInputs(responses, points);
        WeightGrowth = initial is null ? 0 : Growth(Weights, initial.Weights);
    }

    /// <summary>Gets the weights, neurons x dimensions.</summary>
    public double[] Weights { get; }

    /// <summary>Gets the biases.</summary>
    public double[] Biases { get; }

    /// <summary>Gets the number of neurons.</summary>
    public int Width { get; }

    /// <summary>Gets the signs of the output weights, neurons x outputs.</summary>
    public double[] ReadoutSigns { get; }

    /// <summary>Gets w x_i, neurons x conditions.</summary>
    public double[] Projections { get; }

    /// <summary>Gets |W - W0| / |W0|.</summary>
    public double WeightGrowth { get; }

    /// <summary>Gets the loss at the conditions.</summary>
    public double Loss { get; }

    /// <summary>Gets the alignment with the targets.</summary>
    public double? TargetAlignment { get; }

    /// <summary>Gets the alignment with the inputs.</summary>
    public double? InputAlignment { get; }

    private static double Growth(double[] now, double[] before)
    {
        double moved = 0, initial = 0;
        for (int i = 0; i < now.Length; i++)
        {
            moved += (now[i] - before[i]) * (now[i] - before[i]);
            initial += before[i] * before[i];
        }

        return initial > 0 ? Math.Sqrt(moved / initial) : 0;
    }

    private static double[] Values(TorchSharp.torch.Tensor tensor) => Array.ConvertAll(TensorMemory.ToArray(tensor), value => (double)value);
}
