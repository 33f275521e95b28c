using Geometry.Seeding;

namespace Geometry.Networks;

/// <summary>Draws initial weights. Each array has a stream of its own, named by its layer, so that it does not depend on the others.</summary>
internal sealed class InitialWeights(MlpInitialisation initialisation, long seed)
{
    private readonly RandomStream _stream = new(seed, StreamNames.Initialisation);

    /// <summary>Draws the weights of a hidden layer, outputs x inputs.</summary>
    public float[] HiddenWeights(string layer, int inputs, int outputs) =>
        Draw(layer, "weight", inputs * (long)outputs, initialisation.Weights == WeightLaw.Gaussian, initialisation.Gain / Math.Sqrt(inputs));

    /// <summary>Draws the biases of a hidden layer.</summary>
    public float[] HiddenBiases(string layer, int inputs, int outputs) => initialisation.Biases == BiasLaw.Zero
        ? new float[outputs]
        : Draw(layer, "bias", outputs, initialisation.Biases == BiasLaw.Gaussian, initialisation.BiasGain / Math.Sqrt(inputs));

    /// <summary>Draws the output weights, outputs x inputs.</summary>
    public float[] ReadoutWeights(ReadoutMode mode, int inputs, int outputs)
    {
        double scale = initialisation.ReadoutGain / Math.Sqrt(inputs);
        return mode switch
        {
            ReadoutMode.FixedBalanced => Balanced(inputs, outputs, (float)scale),
            ReadoutMode.FixedGaussian => Draw(Mlp.ReadoutName, "weight", inputs * (long)outputs, gaussian: true, scale),
            _ => Draw(Mlp.ReadoutName, "weight", inputs * (long)outputs, initialisation.Weights == WeightLaw.Gaussian, scale),
        };
    }

    /// <summary>Draws the biases of a trained readout: as PyTorch does where the weights are PyTorch's, else 0.</summary>
    public float[] ReadoutBiases(int inputs, int outputs) => initialisation is { Weights: WeightLaw.Uniform, Biases: BiasLaw.Uniform }
        ? Draw(Mlp.ReadoutName, "bias", outputs, gaussian: false, initialisation.ReadoutGain / Math.Sqrt(inputs))
        : new float[outputs];

    private float[] Draw(string layer, string array, long count, bool gaussian, double scale)
    {
        RandomStream stream = _stream.Fork(layer).Fork(array);
        float[] values = new float[count];
        if (gaussian)
        {
            stream.FillGaussian(values.AsSpan());
        }
        else
        {
            stream.FillUniform(values.AsSpan());
            foreach (ref float value in values.AsSpan())
            {
                value = (2 * value) - 1;
            }
        }

        float factor = (float)scale;
        foreach (ref float value in values.AsSpan())
        {
            value *= factor;
        }

        return values;
    }

    private float[] Balanced(int inputs, int outputs, float magnitude)
    {
        RandomStream stream = _stream.Fork(Mlp.ReadoutName).Fork("weight");
        float[] values = new float[inputs * (long)outputs];
        for (int output = 0; output < outputs; output++)
        {
            Span<float> row = values.AsSpan(output * inputs, inputs);
            for (int i = 0; i < inputs; i++)
            {
                row[i] = i % 2 == 0 ? magnitude : -magnitude;
            }

            if (inputs % 2 == 1 && stream.NextInt32(2) == 1)
            {
                row[^1] = -magnitude;
            }

            stream.Shuffle(row);
        }

        return values;
    }
}
