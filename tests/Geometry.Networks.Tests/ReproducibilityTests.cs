using TorchSharp;

namespace Geometry.Networks.Tests;

public class ReproducibilityTests
{
    private static readonly MlpOptions s_options = new() { HiddenWidths = [40, 30], Epochs = 3, BatchSize = 64, InputNoise = 0.2, Nonlinearity = Nonlinearity.Relu };

    [Fact]
    public void Should_Give_The_Same_Bits_Again()
    {
        float[][] first = Train(s_options);
        Train(s_options).ShouldBe(first);
        Train(s_options with { Seed = 2 }).ShouldNotBe(first);
    }

    [Fact]
    public void Should_Give_The_Same_Bits_At_Any_Number_Of_Threads()
    {
        int before = torch.get_num_threads();
        try
        {
            torch.set_num_threads(1);
            // Wide enough for libtorch and BLAS to divide the work when they have two threads.
            MlpOptions wide = s_options with { HiddenWidths = [512], BatchSize = 2000, Epochs = 2 };
            float[][] one = Train(wide);
            torch.set_num_threads(2);
            Train(wide).ShouldBe(one);
            torch.get_num_threads().ShouldBe(2);
        }
        finally
        {
            torch.set_num_threads(before);
        }
    }

    [Fact]
    public void Should_Give_The_Same_Bits_Next_To_Other_Trainings()
    {
        long[] seeds = [1, 2, 3, 4];
        float[][][] alone = [.. seeds.Select(seed => Train(s_options with { Seed = seed }))];
        float[][][] together = new float[seeds.Length][][];
        Parallel.For(0, seeds.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 },
            i => together[i] = Train(s_options with { Seed = seeds[i] }));
        together.ShouldBe(alone);
    }

    [Fact]
    public void Should_Present_Noise_And_Order_By_The_Seed_Alone()
    {
        // Nothing is learned at this rate, so that losses show the order and the noise only.
        MlpOptions still = s_options with { LearningRate = 1e-30, Epochs = 2 };
        double[] losses = Losses(still);
        double[] noiseless = Losses(still with { InputNoise = 0 });
        noiseless[1].ShouldBe(noiseless[0], 1e-6);
        noiseless[0].ShouldBe(Losses(still with { InputNoise = 0, BatchSize = 300 })[0], 1e-6);
        Math.Abs(losses[1] - losses[0]).ShouldBeGreaterThan(1e-5);
        Losses(still).ShouldBe(losses);
    }

    [Fact]
    public void Should_Keep_No_Tensors()
    {
        TrainingSet data = SampleTasks.Unstructured(300);
        MlpTrainer.Train(data, s_options, SampleTasks.Conditions()).Network.Dispose();
        long before = torch.Tensor.TotalCount;
        for (int i = 0; i < 3; i++)
        {
            MlpTrainingResult result = MlpTrainer.Train(data, s_options with { CheckpointEpochs = [0, 2] }, SampleTasks.Conditions());
            result.Network.Dispose();
            foreach (NetworkCheckpoint checkpoint in result.Checkpoints)
            {
                checkpoint.Network.Dispose();
            }

            MlpTrainer.Train(data, MlpPresets.FixedReadout with { Epochs = 2, Momentum = 0.5 }).Network.Dispose();
        }

        torch.Tensor.TotalCount.ShouldBeLessThanOrEqualTo(before);
    }

    [Fact]
    public void Should_Pass_On_Exceptions_And_Restore_Threads()
    {
        int before = torch.get_num_threads();
        Should.Throw<FormatException>(() => SingleThreadedOperators.Run<int>(() => throw new FormatException("as it is"))).Message.ShouldBe("as it is");
        SingleThreadedOperators.Run(torch.get_num_threads).ShouldBe(1);
        torch.get_num_threads().ShouldBe(before);
    }

    private static float[][] Train(MlpOptions options)
    {
        using Mlp network = MlpTrainer.Train(SampleTasks.Unstructured(2000), options).Network;
        return MlpTests.Weights(network);
    }

    private static double[] Losses(MlpOptions options)
    {
        MlpTrainingResult result = MlpTrainer.Train(SampleTasks.Unstructured(300), options);
        result.Network.Dispose();
        return [.. result.History.Select(report => report.Loss)];
    }
}
