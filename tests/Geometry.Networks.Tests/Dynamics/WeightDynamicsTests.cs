using Geometry.Seeding;

namespace Geometry.Networks.Tests;

public class WeightDynamicsTests
{
    public static TheoryData<string> Functions => ["tanh", "relu", "softplus", "clipped(0.5, inf, 0.2, 0.1)"];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Should_Not_Depend_On_The_Tolerance_Below_It(string text)
    {
        var coarse = new WeightDynamicsOptions { Nonlinearity = Nonlinearity.Parse(text), Neurons = 60, Noise = 0.3, BiasGain = 0.5, LearnBias = true, Duration = 10 };
        WeightDynamicsResult a = WeightDynamics.Run(SamplePoints.Random(), coarse), b = WeightDynamics.Run(SamplePoints.Random(), coarse with { Tolerance = 1e-6 });
        for (int k = 0; k < a.Neurons; k++)
        {
            for (int i = 0; i < 4; i++)
            {
                a.Preactivation(a.Last, k, i).ShouldBe(b.Preactivation(b.Last, k, i), 0.02 * (1 + Math.Abs(b.Preactivation(b.Last, k, i))));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Should_Be_What_Small_Steps_In_Weight_Space_Give(string text)
    {
        const int Steps = 4000, Neurons = 6;
        Nonlinearity nonlinearity = Nonlinearity.Parse(text);
        LearningPoints points = SamplePoints.Random(dimensions: 7);
        double[] weights = new double[Neurons * 7], biases = [0.1, -0.2, 0, 0.3, 0, 0.4], readout = [1, -1, 1, -1, 1, -1];
        new RandomStream(1, "weights").FillGaussian(weights.AsSpan());
        var options = new WeightDynamicsOptions { Nonlinearity = nonlinearity, LearnBias = true, Tolerance = 1e-6 };
        const double Time = 1;
        WeightDynamicsResult result = WeightDynamics.Run(points, weights, biases, readout, [0, Time], options);
        double[] value = new double[1], slope = new double[1], initial = [.. weights];
        for (int step = 0; step < Steps; step++)
        {
            for (int k = 0; k < Neurons; k++)
            {
                double[] drive = [.. Enumerable.Range(0, 4).Select(i =>
                {
                    nonlinearity.Evaluate([biases[k] + Dot(weights, k, points, i)], value, slope);
                    return readout[k] * points.Errors.Span[i] * slope[0] * Time / Steps;
                })];
                for (int i = 0; i < 4; i++)
                {
                    biases[k] += drive[i];
                    for (int d = 0; d < 7; d++)
                    {
                        weights[(k * 7) + d] += drive[i] * points.Inputs.Span[(i * 7) + d];
                    }
                }
            }
        }

        double moved = Math.Sqrt(weights.Zip(initial, (now, before) => (now - before) * (now - before)).Sum() / initial.Sum(w => w * w));
        result.WeightGrowth(1)!.Value.ShouldBe(moved, 0.01 * moved);
        for (int k = 0; k < Neurons; k++)
        {
            for (int i = 0; i < 4; i++)
            {
                result.Preactivation(1, k, i).ShouldBe(biases[k] + Dot(weights, k, points, i), 0.03);
            }
        }
    }

    [Fact]
    public void Should_Differentiate_A_Users_Own_Function()
    {
        Nonlinearity own = Nonlinearity.FromFunction("own tanh", x => x.tanh());
        foreach (double noise in new[] { 0, 0.4 })
        {
            var options = new WeightDynamicsOptions { Neurons = 20, Duration = 5, Noise = noise, Tolerance = 1e-5 };
            WeightDynamicsResult named = WeightDynamics.Run(SamplePoints.Random(), options);
            WeightDynamicsResult users = WeightDynamics.Run(SamplePoints.Random(), options with { Nonlinearity = own });
            for (int k = 0; k < named.Neurons; k++)
            {
                users.Preactivation(users.Last, k, 2).ShouldBe(named.Preactivation(named.Last, k, 2), 1e-3);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Should_Not_Change_Under_Rotation_And_Permutation_Of_Features(double noise)
    {
        LearningPoints points = SamplePoints.Random(dimensions: 6);
        double[] weights = new double[5 * 6];
        new RandomStream(2, "weights").FillGaussian(weights.AsSpan());
        // Reversing the features and flipping the first is an orthogonal map.
        static double[] Map(ReadOnlySpan<double> rows) =>
            [.. Enumerable.Range(0, rows.Length / 6).SelectMany(Mapped(rows.ToArray()))];
        static Func<int, IEnumerable<double>> Mapped(double[] rows) =>
            row => rows.Skip(row * 6).Take(6).Select((value, i) => i == 0 ? -value : value).Reverse();
        var mapped = new LearningPoints(Map(points.Inputs.Span), 6, points.Targets);
        var options = new WeightDynamicsOptions { Noise = noise, Nonlinearity = Nonlinearity.Relu };
        double[] readout = [1, -1, 1, -1, 1];
        WeightDynamicsResult a = WeightDynamics.Run(points, weights, [], readout, [0, 0.5], options);
        WeightDynamicsResult b = WeightDynamics.Run(mapped, Map(weights), [], readout, [0, 0.5], options);
        for (int k = 0; k < 5; k++)
        {
            b.Preactivation(1, k, 0).ShouldBe(a.Preactivation(1, k, 0), 1e-8);
        }
    }

    [Fact]
    public void Should_Descend_The_Loss_When_Errors_Are_Recomputed()
    {
        foreach (bool trainsReadout in new[] { false, true })
        {
            var options = new WeightDynamicsOptions
            {
                Neurons = 16, RecomputeErrors = true, TrainReadout = trainsReadout, LearnBias = true, Duration = 20, Samples = 30,
            };
            WeightDynamicsResult result = WeightDynamics.Run(SamplePoints.Random(), options);
            double[] losses = [.. Enumerable.Range(0, result.Times.Count).Select(result.Loss)];
            losses.Zip(losses.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1e-9);
            losses[^1].ShouldBeLessThan(0.5 * losses[0]);
        }
    }

    [Fact]
    public void Should_Be_Gradient_Flow_Of_A_Trained_Network_When_Errors_Are_Recomputed()
    {
        const int Width = 8, Dimensions = 5, Steps = 200;
        const double Rate = 0.02;
        LearningPoints points = SamplePoints.Random(Dimensions);
        float[] features = Array.ConvertAll(points.Inputs.ToArray(), value => (float)value);
        var data = new TrainingSet(features, Dimensions, TrainingTargets.Binary(points.Targets));
        var options = new MlpOptions
        {
            HiddenWidths = [Width], Optimizer = MlpOptimizer.Sgd, LearningRate = Rate, BatchSize = 4, Epochs = Steps, CheckpointEpochs = [0],
        };
        MlpTrainingResult training = MlpTrainer.Train(data, options);
        using Mlp trained = training.Network, initial = training.Checkpoints[0].Network;
        static double[] Values(TorchSharp.torch.Tensor tensor) => Array.ConvertAll(tensor.data<float>().ToArray(), value => (double)value);
        double scale = Math.Sqrt(Width);
        WeightDynamicsResult result = WeightDynamics.Run(
            points, Values(initial.HiddenLayers[0].Weight), Values(initial.HiddenLayers[0].Bias!),
            Array.ConvertAll(Values(initial.Readout.Weight), value => value * scale), [0, Rate * Steps / (scale * 4)],
            new WeightDynamicsOptions { RecomputeErrors = true, TrainReadout = true, LearnBias = true, Tolerance = 1e-5 });
        double[] weights = Values(trained.HiddenLayers[0].Weight), biases = Values(trained.HiddenLayers[0].Bias!), readout = Values(trained.Readout.Weight);
        result.WeightGrowth(1)!.Value.ShouldBeGreaterThan(0.1);
        for (int k = 0; k < Width; k++)
        {
            result.Readout(1, k).ShouldBe(readout[k] * scale, 0.03);
            for (int i = 0; i < 4; i++)
            {
                result.Preactivation(1, k, i).ShouldBe(biases[k] + Dot(weights, k, points, i), 0.03);
            }
        }
    }

    [Fact]
    public void Should_Give_The_Same_Bits_For_The_Same_Seed()
    {
        var options = new WeightDynamicsOptions { Nonlinearity = Nonlinearity.Relu, Neurons = 20, Noise = 0.2 };
        WeightDynamicsResult a = WeightDynamics.Run(SamplePoints.Random(), options), b = WeightDynamics.Run(SamplePoints.Random(), options);
        WeightDynamicsResult wider = WeightDynamics.Run(SamplePoints.Random(), options with { Neurons = 40 });
        WeightDynamicsResult other = WeightDynamics.Run(SamplePoints.Random(), options with { Seed = 2 });
        a.Responses(a.Last).ShouldBe(b.Responses(b.Last));
        wider.Preactivation(wider.Last, 19, 3).ShouldBe(a.Preactivation(a.Last, 19, 3));
        other.Preactivation(other.Last, 19, 3).ShouldNotBe(a.Preactivation(a.Last, 19, 3));
    }

    [Fact]
    public void Should_Let_Noise_Free_Relu_Neurons_Of_One_Condition()
    {
        LearningPoints points = SamplePoints.Simplex();
        double Escaped(double noise)
        {
            WeightDynamicsResult result = WeightDynamics.Run(
                points, new WeightDynamicsOptions { Nonlinearity = Nonlinearity.Relu, Neurons = 500, Noise = noise, Duration = 200 });
            return result.Escape(result.Last).Fraction!.Value;
        }

        Escaped(0).ShouldBe(0);
        Escaped(4 * SamplePoints.Radius).ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void Should_Refuse_What_It_Cannot_Integrate()
    {
        Should.Throw<ArgumentException>(() => WeightDynamics.Run(SamplePoints.Simplex(), new WeightDynamicsOptions { Neurons = 1, Duration = 0 })).Message.ShouldBe(
            "WeightDynamicsOptions has 2 settings out of range:\n  Neurons = 1: must be from 2 to 1000000.\n"
            + "  Duration = 0: must be a finite number greater than 0.");
        Should.Throw<ArgumentException>(() => WeightDynamics.Run(new LearningPoints(new double[4], 1, new float[] { 1, 1, 0, 0 }))).Message
            .ShouldStartWith("All inputs are 0, so that no weight can change.");
        Should.Throw<ArgumentException>(() => new LearningPoints(new double[4], 1, new float[] { 1, 1, 1, 1 })).Message
            .ShouldBe("Output 0 has the same target in all 4 conditions, so that there is nothing to learn.");
        Should.Throw<ArgumentException>(() => new LearningPoints(new[] { 0, double.NaN, 1, 2 }, 1, new float[] { 1, 1, 0, 0 })).Message
            .ShouldStartWith("An input is NaN or infinite.");
    }

    private static double Dot(double[] weights, int neuron, LearningPoints points, int condition)
    {
        double sum = 0;
        for (int d = 0; d < points.Dimensions; d++)
        {
            sum += weights[(neuron * points.Dimensions) + d] * points.Inputs.Span[(condition * points.Dimensions) + d];
        }

        return sum;
    }
}
