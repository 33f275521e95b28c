namespace Geometry.Networks;

/// <summary>
/// Linearises a network around inputs. A unit of a deeper layer then has effective weights in the space of the inputs, to which the planes and fields of
/// a single layer apply; they depend on the input.
/// </summary>
public static class LocalLinearisation
{
    /// <summary>Linearises every hidden layer.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">The inputs, conditions x input width, row-major, all finite.</param>
    /// <returns>One result a hidden layer, from the input on.</returns>
    /// <exception cref="ArgumentException">The inputs do not make rows of the network's width.</exception>
    public static IReadOnlyList<EffectiveWeights> Of(Mlp network, ReadOnlyMemory<double> inputs)
    {
        ArgumentNullException.ThrowIfNull(network);
        int dimensions = network.Architecture.InputWidth, conditions = inputs.Length / dimensions;
        if (conditions == 0 || inputs.Length != conditions * dimensions)
        {
            throw new ArgumentException($"{inputs.Length} input values do not make rows of {dimensions} features.", nameof(inputs));
        }

        List<EffectiveWeights> layers = [];
        double[] below = inputs.ToArray();
        foreach ((MlpLayer layer, int number) in network.HiddenLayers.Select((layer, i) => (layer, i + 1)))
        {
            double[] weights = Array.ConvertAll(TensorMemory.ToArray(layer.Weight), value => (double)value);
            double[] biases = Array.ConvertAll(TensorMemory.ToArray(layer.Bias!), value => (double)value);
            int width = biases.Length, fanIn = weights.Length / width;
            double[] u = new double[conditions * width], values = new double[u.Length], slopes = new double[u.Length];
            double[] effective = new double[conditions * width * dimensions];
            for (int i = 0; i < conditions; i++)
            {
                for (int k = 0; k < width; k++)
                {
                    ReadOnlySpan<double> row = weights.AsSpan(k * fanIn, fanIn);
                    u[(i * width) + k] = biases[k] + Inner(row, below.AsSpan(i * fanIn, fanIn));
                    Chain(row, layers.Count > 0 ? layers[^1] : null, i, effective.AsSpan(((i * width) + k) * dimensions, dimensions));
                }
            }

            network.Architecture.Nonlinearity.Evaluate(u, values, slopes);
            layers.Add(new EffectiveWeights(Mlp.HiddenName(number), conditions, width, dimensions, u, slopes, effective));
            below = values;
        }

        return layers;
    }

    private static void Chain(ReadOnlySpan<double> row, EffectiveWeights? below, int condition, Span<double> result)
    {
        if (below is null)
        {
            row.CopyTo(result);
            return;
        }

        for (int j = 0; j < row.Length; j++)
        {
            double factor = row[j] * below.Slopes.Span[(condition * below.Width) + j];
            ReadOnlySpan<double> source = below.Row(condition, j);
            for (int d = 0; d < result.Length; d++)
            {
                result[d] += factor * source[d];
            }
        }
    }

    private static double Inner(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
