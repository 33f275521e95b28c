namespace Geometry.Networks.Tests.Convolutional;

public sealed class ConvNetInterruptionTests : IDisposable
{
    private static readonly ConvNetOptions Options = SampleImages.Options with { Epochs = 6, LearningRate = 0.02, ValidationFraction = 0.25 };

    private readonly string _folder = Directory.CreateTempSubdirectory("convnet-").FullName;

    public static TheoryData<ConvNetOptimizer, string, bool> Trainings => new()
    {
        { ConvNetOptimizer.Sgd, "conv(4) pool dense(8)", false },
        { ConvNetOptimizer.Adam, "conv(3) residual(4,2) average", true },
        { ConvNetOptimizer.AdamW, "conv(4) pool dense(8)", true },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Should_Keep_The_Best_Network_When_It_Is_Cancelled()
    {
        using CancellationTokenSource source = new();
        TrainingSet data = SampleImages.Set();
        ConvNetTrainingResult result = ConvNetTrainer.Train(data, Options with { CancellationToken = source.Token }, report =>
        {
            if (report.Epoch == 3)
            {
                source.Cancel();
            }
        });
        using ConvNet network = result.Network, same = ConvNetTrainer.Train(data, Options with { Epochs = 3 }).Network;
        (result.StopReason, result.History.Count, network.training).ShouldBe((StopReason.Cancelled, 3, false));
        result.NetworkEpoch.ShouldBe(result.History.MinBy(report => report.ValidationLoss)!.Epoch);
        SampleImages.Weights(network).ShouldBe(SampleImages.Weights(same));
    }

    [Fact]
    public void Should_Have_Nothing_To_Keep_Before_The_First_Epoch()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => ConvNetTrainer.Train(SampleImages.Set(), Options with { CancellationToken = source.Token }));
    }

    [Theory, MemberData(nameof(Trainings))]
    public void Should_Go_On_As_If_It_Had_Not_Been_Interrupted(ConvNetOptimizer optimizer, string architecture, bool batchNormalisation)
    {
        ConvNetOptions options = Options with
        {
            Optimizer = optimizer, Architecture = ConvNetArchitecture.Parse(architecture), BatchNormalisation = batchNormalisation,
            Schedule = LearningRateSchedule.Cosine(0.1, 0.5), WeightDecay = 0.01, Augmentation = new ImageAugmentation { HorizontalFlip = true, CropPadding = 1 },
        };
        ConvNetTrainingResult whole = ConvNetTrainer.Train(SampleImages.Set(), options);
        ConvNetOptions kept = options with { CheckpointFolder = Path.Combine(_folder, "deep", "state") };
        Should.Throw<IOException>(() => ConvNetTrainer.Train(SampleImages.Set(), kept, FailAfter(2)));
        Should.Throw<IOException>(() => ConvNetTrainer.Train(SampleImages.Set(), kept, FailAfter(4)));
        List<int> epochs = [];
        ConvNetTrainingResult resumed = ConvNetTrainer.Train(SampleImages.Set(), kept, report => epochs.Add(report.Epoch));
        ConvNetTrainingResult again = ConvNetTrainer.Train(SampleImages.Set(), kept, report => epochs.Add(report.Epoch));
        epochs.ShouldBe([5, 6]);
        foreach (ConvNetTrainingResult result in new[] { resumed, again })
        {
            SampleImages.Weights(result.Network).ShouldBe(SampleImages.Weights(whole.Network));
            result.History.ShouldBe(whole.History);
            (result.StopReason, result.NetworkEpoch).ShouldBe((whole.StopReason, whole.NetworkEpoch));
            result.Network.Dispose();
        }

        whole.Network.Dispose();
    }

    [Fact]
    public void Should_Train_On_When_The_Number_Of_Epochs_Is_Raised()
    {
        ConvNetOptions kept = Options with { CheckpointFolder = _folder };
        using ConvNet whole = ConvNetTrainer.Train(SampleImages.Set(), Options).Network;
        using ConvNet start = ConvNetTrainer.Train(SampleImages.Set(), kept with { Epochs = 2 }).Network;
        using ConvNet end = ConvNetTrainer.Train(SampleImages.Set(), kept).Network;
        SampleImages.Weights(end).ShouldBe(SampleImages.Weights(whole));
        Should.Throw<InvalidOperationException>(() => ConvNetTrainer.Train(SampleImages.Set(), kept with { Epochs = 2 })).Message
            .ShouldContain("6 epochs are done and Epochs is now 2");
    }

    [Fact]
    public void Should_Not_Take_The_State_Of_Another_Training()
    {
        ConvNetOptions kept = Options with { CheckpointFolder = _folder, Epochs = 1 };
        ConvNetTrainer.Train(SampleImages.Set(), kept).Network.Dispose();
        string message = Should.Throw<InvalidOperationException>(
            () => ConvNetTrainer.Train(SampleImages.Set(), kept with { LearningRate = 0.5, Nonlinearity = Nonlinearity.Relu })).Message;
        message.ShouldBe(
            $"The folder '{_folder}' holds the state of another training: Nonlinearity was tanh and is now relu; LearningRate was 0.02 and is now 0.5. "
            + "Name another folder in ConvNetOptions.CheckpointFolder, or delete this one.");
        Should.Throw<InvalidOperationException>(() => ConvNetTrainer.Train(SampleImages.Set(seed: 2), kept)).Message.ShouldContain("Rows was 96 with SHA-256 ");
    }

    [Fact]
    public void Should_Say_That_The_State_Is_Damaged()
    {
        ConvNetOptions kept = Options with { CheckpointFolder = _folder, Epochs = 1 };
        ConvNetTrainer.Train(SampleImages.Set(), kept).Network.Dispose();
        string path = Directory.GetFiles(_folder).ShouldHaveSingleItem();
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^5]);
        Should.Throw<InvalidDataException>(() => ConvNetTrainer.Train(SampleImages.Set(), kept)).Message
            .ShouldMatch($"^{System.Text.RegularExpressions.Regex.Escape(path)}: The safetensors file is truncated: .* Delete the file to train from the start\\.$");
        File.WriteAllBytes(path, [.. bytes[..8], (byte)'[', .. bytes[9..]]);
        Should.Throw<InvalidDataException>(() => ConvNetTrainer.Train(SampleImages.Set(), kept)).Message.ShouldStartWith(path);
    }

    private static Action<ConvNetEpochReport> FailAfter(int epoch) => report =>
    {
        if (report.Epoch == epoch)
        {
            throw new IOException("The machine went away.");
        }
    };
}
