namespace Geometry.Networks.Tests;

/// <summary>Training against the same recurrences written by hand in double precision, for a network with two inputs and three tanh units.</summary>
public class TrainingStepTests
{
    private const int Inputs = 2, Units = 3, Rows = 4;

    private static readonly float[] s_features = [0.5f, -1, 1.5f, 0.25f, -0.75f, -0.5f, 2, 1];
    private static readonly float[] s_targets = [1, 0, 1, 0];

    [Theory]
    [InlineData(MlpOptimizer.Sgd, 0d, ReadoutMode.Trained, MlpLoss.BinaryCrossEntropy)]
    [InlineData(MlpOptimizer.Sgd, 0.9, ReadoutMode.Trained, MlpLoss.BinaryCrossEntropy)]
    [InlineData(MlpOptimizer.Sgd, 0d, ReadoutMode.FixedBalanced, MlpLoss.BinaryCrossEntropy)]
    [InlineData(MlpOptimizer.Sgd, 0d, ReadoutMode.Trained, MlpLoss.MeanSquaredError)]
    [InlineData(MlpOptimizer.Adam, 0d, ReadoutMode.Trained, MlpLoss.BinaryCrossEntropy)]
    [InlineData(MlpOptimizer.Adam, 0d, ReadoutMode.FixedGaussian, MlpLoss.MeanSquaredError)]
    public void Should_Follow_The_Recurrences(MlpOptimizer optimizer, double momentum, ReadoutMode readout, MlpLoss loss)
    {
        MlpOptions options = new()
        {
            HiddenWidths = [Units],
            Optimizer = optimizer,
            Momentum = momentum,
            Readout = readout,
            Loss = loss,
            LearningRate = 0.05,
            Epochs = 7,
            BatchSize = 100,
        };
        using Mlp initial = new(Inputs, 1, options);
        double[][] expected = [.. MlpTests.Weights(initial).Select(values => Array.ConvertAll(values, value => (double)value))];
        List<double> losses = [];
        Recurrence recurrence = new(optimizer, momentum, 0.05);
        for (int step = 1; step <= options.Epochs; step++)
        {
            (double value, double[][] gradients) = Gradients(expected, loss);
            losses.Add(value);
            int trained = readout == ReadoutMode.Trained ? expected.Length : 2;
            recurrence.Step(expected[..trained], gradients, step);
        }

        MlpTrainingResult result = MlpTrainer.Train(new TrainingSet(s_features, Inputs, TrainingTargets.Binary(s_targets)), options);
        using Mlp network = result.Network;
        float[][] actual = MlpTests.Weights(network);
        for (int i = 0; i < expected.Length; i++)
        {
            actual[i].Zip(expected[i], (a, e) => Math.Abs(a - e)).Max().ShouldBeLessThan(2e-6, $"array {i}");
        }

        result.History.Zip(losses, (report, value) => Math.Abs(report.Loss - value)).Max().ShouldBeLessThan(2e-6);
    }

    // Weights in order: W (units x inputs), b, J (1 x units), c where there is one.
    private static (double Loss, double[][] Gradients) Gradients(double[][] p, MlpLoss loss)
    {
        double[][] gradients = [.. p.Select(values => new double[values.Length])];
        double total = 0;
        for (int row = 0; row < Rows; row++)
        {
            double[] x = [s_features[row * Inputs], s_features[(row * Inputs) + 1]];
            double[] z = [.. Enumerable.Range(0, Units).Select(k => Math.Tanh(p[1][k] + (p[0][k * Inputs] * x[0]) + (p[0][(k * Inputs) + 1] * x[1])))];
            double output = (p.Length > 3 ? p[3][0] : 0) + z.Select((value, k) => value * p[2][k]).Sum();
            (double value, double slope) = loss == MlpLoss.BinaryCrossEntropy
                ? (Math.Log(1 + Math.Exp(output)) - (s_targets[row] * output), (1 / (1 + Math.Exp(-output))) - s_targets[row])
                : (Math.Pow(output - ((2 * s_targets[row]) - 1), 2), 2 * (output - ((2 * s_targets[row]) - 1)));
            total += value / Rows;
            slope /= Rows;
            for (int k = 0; k < Units; k++)
            {
                double back = slope * p[2][k] * (1 - (z[k] * z[k]));
                gradients[0][k * Inputs] += back * x[0];
                gradients[0][(k * Inputs) + 1] += back * x[1];
                gradients[1][k] += back;
                gradients[2][k] += slope * z[k];
            }

            if (p.Length > 3)
            {
                gradients[3][0] += slope;
            }
        }

        return (total, gradients);
    }

    private sealed class Recurrence(MlpOptimizer optimizer, double momentum, double rate)
    {
        private double[][]? _first, _second;

        public void Step(double[][] parameters, double[][] gradients, int step)
        {
            _first ??= [.. parameters.Select(values => new double[values.Length])];
            _second ??= [.. parameters.Select(values => new double[values.Length])];
            for (int i = 0; i < parameters.Length; i++)
            {
                for (int j = 0; j < parameters[i].Length; j++)
                {
                    double gradient = gradients[i][j];
                    if (optimizer == MlpOptimizer.Sgd)
                    {
                        _first[i][j] = (momentum * _first[i][j]) + gradient;
                        parameters[i][j] -= rate * _first[i][j];
                        continue;
                    }

                    _first[i][j] = (0.9 * _first[i][j]) + (0.1 * gradient);
                    _second[i][j] = (0.999 * _second[i][j]) + (0.001 * gradient * gradient);
                    double mean = _first[i][j] / (1 - Math.Pow(0.9, step)), square = _second[i][j] / (1 - Math.Pow(0.999, step));
                    parameters[i][j] -= rate * mean / (Math.Sqrt(square) + 1e-8);
                }
            }
        }
    }
}
