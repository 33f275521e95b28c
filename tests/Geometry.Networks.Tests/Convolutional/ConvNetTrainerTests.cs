using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks.Tests.Convolutional;

public class ConvNetTrainerTests
{
    private static readonly ConvNetOptions Options = SampleImages.Options;

    [Theory, InlineData("relu", ConvNetOptimizer.Sgd), InlineData("tanh", ConvNetOptimizer.Adam), InlineData("gelu", ConvNetOptimizer.AdamW)]
    public void Should_Learn(string nonlinearity, ConvNetOptimizer optimizer)
    {
        ConvNetOptions options = Options with { Nonlinearity = Nonlinearity.Parse(nonlinearity), Optimizer = optimizer, Epochs = 12, LearningRate = 0.02 };
        ConvNetTrainingResult result = ConvNetTrainer.Train(SampleImages.Set(), options);
        using ConvNet network = result.Network;
        result.History.Count.ShouldBe(12);
        result.History[^1].Accuracy!.Value.ShouldBeGreaterThan(0.9);
        result.History[^1].Loss.ShouldBeLessThan(result.History[0].Loss);
        result.History.ShouldAllBe(report => report.ValidationLoss == null && report.LearningRate == 0.02);
        (result.StopReason, result.NetworkEpoch, network.training).ShouldBe((StopReason.EpochsDone, 12, false));
    }

    [Theory, InlineData("conv(4) pool dense(8)", false), InlineData("conv(3) residual(4,2) average", true)]
    public void Should_Be_Repeatable_At_Any_Number_Of_Threads(string architecture, bool batchNormalisation)
    {
        ConvNetOptions options = Options with
        {
            Architecture = ConvNetArchitecture.Parse(architecture), BatchNormalisation = batchNormalisation,
            Augmentation = new ImageAugmentation { HorizontalFlip = true, CropPadding = 2 }, ValidationFraction = 0.25,
        };
        float[] first = Train(options);
        int before = get_num_threads();
        try
        {
            set_num_threads(before == 1 ? 2 : 1);
            Train(options).ShouldBe(first);
        }
        finally
        {
            set_num_threads(before);
        }

        float[][] atOnce = new float[2][];
        Parallel.For(0, 2, i => atOnce[i] = Train(options));
        atOnce.ShouldAllBe(weights => weights.SequenceEqual(first));
        Train(options with { Seed = 8 }).ShouldNotBe(first);
    }

    // Gradient steps of this library against TorchSharp's own optimizers, on the same batches.
    [Theory]
    [InlineData(ConvNetOptimizer.Sgd, 0.0, 0.0), InlineData(ConvNetOptimizer.Sgd, 0.9, 0.01), InlineData(ConvNetOptimizer.Adam, null, 0.01)]
    [InlineData(ConvNetOptimizer.AdamW, null, 0.1)]
    public void Should_Step_As_TorchSharp_Does(ConvNetOptimizer optimizer, double? momentum, double weightDecay)
    {
        TrainingSet data = SampleImages.Set(16);
        ConvNetOptions options = Options with { Optimizer = optimizer, Momentum = momentum, WeightDecay = weightDecay, LearningRate = 0.01, Epochs = 4 };
        using DisposeScope scope = NewDisposeScope();
        using ConvNet network = new([1, 8, 8], SampleImages.Classes, options);
        using optim.Optimizer steps = optimizer switch
        {
            ConvNetOptimizer.Sgd => optim.SGD(network.parameters(), 0.01, momentum!.Value, 0, weightDecay),
            ConvNetOptimizer.Adam => optim.Adam(network.parameters(), 0.01, 0.9, 0.999, 1e-8, weightDecay),
            _ => optim.AdamW(network.parameters(), 0.01, 0.9, 0.999, 1e-8, weightDecay),
        };
        Tensor images = tensor(data.Features.ToArray(), [16, 1, 8, 8]), classes = tensor(Array.ConvertAll(data.Targets.ClassIndices.ToArray(), one => (long)one));
        for (int epoch = 0; epoch < 4; epoch++)
        {
            steps.zero_grad();
            nn.functional.cross_entropy(network.call(images), classes).backward();
            steps.step();
        }

        Train(options, data).ShouldBe(SampleImages.Weights(network), 1e-4);
    }

    [Fact]
    public void Should_Keep_The_Network_With_The_Lowest_Validation_Loss()
    {
        ConvNetOptions options = Options with { ValidationFraction = 0.25, Epochs = 40, Patience = 3, LearningRate = 0.05 };

        // Classes that the images do not tell can be learnt by heart only, so that the validation loss rises soon.
        TrainingSet images = SampleImages.Set(48);
        int[] classes = new Geometry.Seeding.RandomStream(1, "classes").Permutation(48);
        TrainingSet data = new(images.Features, images.Width, TrainingTargets.Classes(Array.ConvertAll(classes, one => one % 4), 4));
        ConvNetTrainingResult result = ConvNetTrainer.Train(data, options);
        using ConvNet network = result.Network;
        double[] losses = [.. result.History.Select(report => report.ValidationLoss!.Value)];
        result.NetworkEpoch.ShouldBe(Array.IndexOf(losses, losses.Min()) + 1);
        result.StopReason.ShouldBe(StopReason.NoImprovement);
        result.History.Count.ShouldBe(result.NetworkEpoch + 3);
        result.History.ShouldAllBe(report => report.ValidationAccuracy >= 0 && report.ValidationAccuracy <= 1);
        ConvNetTrainingResult shorter = ConvNetTrainer.Train(data, options with { Epochs = result.NetworkEpoch, Patience = 0 });
        using ConvNet same = shorter.Network;
        SampleImages.Weights(same).ShouldBe(SampleImages.Weights(network));
    }

    [Fact]
    public void Should_Take_Binary_And_Real_Targets()
    {
        TrainingSet classes = SampleImages.Set(32);
        float[] sides = [.. classes.Targets.ClassIndices.ToArray().Select(one => one % 2f)];
        ConvNetTrainingResult binary = ConvNetTrainer.Train(new TrainingSet(classes.Features, classes.Width, TrainingTargets.Binary(sides)), Options);
        binary.History[^1].Accuracy.ShouldNotBeNull();
        binary.Network.Blueprint.Outputs.ShouldBe(1);
        binary.Network.Dispose();
        TrainingSet real = new(classes.Features, classes.Width, TrainingTargets.Real(sides));
        ConvNetTrainingResult regression = ConvNetTrainer.Train(real, Options);
        regression.History[^1].Accuracy.ShouldBeNull();
        regression.Network.Dispose();
        Should.Throw<ArgumentException>(() => ConvNetTrainer.Train(real, Options with { Loss = MlpLoss.CrossEntropy })).Message.ShouldContain("does not go with Real targets");
    }

    [Fact]
    public void Should_Leave_The_Initial_Network_Without_Epochs()
    {
        using ConvNet network = new([1, 8, 8], SampleImages.Classes, Options);
        Train(Options with { Epochs = 0 }).ShouldBe(SampleImages.Weights(network));
    }

    [Fact]
    public void Should_Let_A_Single_Image_Join_The_Batch_Before()
    {
        // 33 = 16 + 17: a batch of one image has no variance.
        ConvNetTrainingResult result = ConvNetTrainer.Train(SampleImages.Set(33), Options with { BatchNormalisation = true });
        using ConvNet network = result.Network;
        SampleImages.Weights(network).ShouldAllBe(value => float.IsFinite(value));
    }

    [Fact]
    public void Should_Say_That_It_Diverged() =>
        Should.Throw<TrainingDivergedException>(() => ConvNetTrainer.Train(SampleImages.Set(), Options with
        {
            Optimizer = ConvNetOptimizer.Sgd, LearningRate = 1e30, Nonlinearity = Nonlinearity.Relu,
        })).Message.ShouldStartWith("Training diverged in epoch 1: the loss is no longer finite. Lower ConvNetOptions.LearningRate (now 1E+30 with Sgd), ");

    [Fact]
    public void Should_Say_Which_Shape_It_Needs()
    {
        Should.Throw<ArgumentException>(() => ConvNetTrainer.Train(SampleImages.Set(), Options with { ImageShape = null })).Message
            .ShouldStartWith("ConvNetOptions.ImageShape is null. Set it to the channels, height and width of the images, whose product is 64.");
        Should.Throw<ArgumentException>(() => ConvNetTrainer.Train(SampleImages.Set(), Options with { ImageShape = [1, 8, 9] })).Message
            .ShouldStartWith("Images of shape [1, 8, 9] have 72 values, but the rows have 64.");
        Should.Throw<ArgumentException>(() => ConvNetTrainer.Train(SampleImages.Set(8), Options with { ValidationFraction = 0.01 })).Message
            .ShouldStartWith("Of 8 rows, a ConvNetOptions.ValidationFraction of 0.01 leaves 8 to train on and 0 to validate with.");
    }

    private static float[] Train(ConvNetOptions options, TrainingSet? data = null)
    {
        using ConvNet network = ConvNetTrainer.Train(data ?? SampleImages.Set(48), options).Network;
        return SampleImages.Weights(network);
    }
}
