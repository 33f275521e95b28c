namespace Geometry.Networks.Tests;

/// <summary>The written-out gradient against central differences of the loss in double precision.</summary>
public unsafe class ReplicaGradientTests
{
    private const int Inputs = 3, Rows = 9;

    private static readonly int[] s_widths = [5, 4];

    [Theory]
    [InlineData(MlpLoss.BinaryCrossEntropy)]
    [InlineData(MlpLoss.MeanSquaredError)]
    public void Should_Be_The_Slope_Of_The_Loss(MlpLoss loss)
    {
        MlpOptions options = new() { HiddenWidths = s_widths, Loss = loss, Seed = 3 };
        float[] features = [.. Enumerable.Range(0, Rows * Inputs).Select(i => MathF.Sin(1 + (3 * i)))];
        float[] targets = [.. Enumerable.Range(0, Rows).Select(i => i % 3 == 0 ? 1f : 0f)];
        using FusedNetwork network = new(Inputs, 1, options, VectorWidths.Best);
        using FusedObjective objective = new(TrainingTargets.Binary(targets), loss, network.BlockRows);
        double[] parameters = Parameters(network);
        fixed (float* x = features)
        {
            network.BeginStep();
            network.Forward(x, Rows, objective.Outputs);
            double value = objective.Mean(objective.Evaluate([.. Enumerable.Range(0, Rows)], Rows), Rows);
            network.Backward(x, Rows, objective.Deltas, isFirst: true);
            value.ShouldBe(Loss(parameters, features, targets, loss), 1e-6);
        }

        for (int i = 0; i < parameters.Length; i++)
        {
            const double Step = 1e-5;
            double centre = parameters[i];
            parameters[i] = centre + Step;
            double above = Loss(parameters, features, targets, loss);
            parameters[i] = centre - Step;
            double slope = (above - Loss(parameters, features, targets, loss)) / (2 * Step);
            parameters[i] = centre;
            ((double)network.Gradients[i]).ShouldBe(slope, 1e-6, $"parameter {i}");
        }
    }

    private static double[] Parameters(FusedNetwork network) =>
        Array.ConvertAll(new Span<float>(network.Parameters, network.ParameterCount).ToArray(), value => (double)value);

    // Layers are inputs x 8 units and 8 biases, the readout 8 weights and a bias, with padding that is 0.
    private static double Loss(double[] parameters, float[] features, float[] targets, MlpLoss loss)
    {
        double total = 0;
        for (int row = 0; row < Rows; row++)
        {
            double[] values = [.. features.Skip(row * Inputs).Take(Inputs)];
            int place = 0;
            foreach (int width in s_widths)
            {
                int weights = place, biases = place + (values.Length * 8);
                double[] below = values;
                values = [.. Enumerable.Range(0, width).Select(unit =>
                    Math.Tanh(parameters[biases + unit] + below.Select((value, input) => value * parameters[weights + (input * 8) + unit]).Sum()))];
                place = biases + 8;
            }

            double output = parameters[place + 8] + values.Select((value, unit) => value * parameters[place + unit]).Sum();
            total += loss == MlpLoss.BinaryCrossEntropy
                ? Math.Log(1 + Math.Exp(output)) - (targets[row] * output)
                : Math.Pow(output - ((2 * targets[row]) - 1), 2);
        }

        return total / Rows;
    }
}
