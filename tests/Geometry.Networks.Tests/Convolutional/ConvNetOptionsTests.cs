namespace Geometry.Networks.Tests.Convolutional;

public class ConvNetOptionsTests
{
    [Fact]
    public void Should_List_Every_Setting_That_Is_Out_Of_Range()
    {
        ConvNetOptions options = new()
        {
            ImageShape = [28, 28], BatchSize = 1, Momentum = 0.9, WeightDecay = -1, Epochs = -1, ValidationFraction = 1, Patience = -2, LearningRate = 0,
            Schedule = new LearningRateSchedule { StepFactor = 2, WarmUpEpochs = double.NaN }, Augmentation = new ImageAugmentation { CropPadding = -1 },
            Outputs = [new ConvNetOutput("Conv9"), new ConvNetOutput("Conv1"), new ConvNetOutput("Conv1", LayerForm.SpatialMean)], CheckpointFolder = "",
            Initialisation = new MlpInitialisation { Gain = -1 },
        };
        string[] lines = Should.Throw<ArgumentException>(options.Validate).Message.Split('\n');
        lines[0].ShouldBe("ConvNetOptions has 15 settings out of range:");
        lines[1..].Select(line => line.Trim().Split(' ')[0]).ShouldBe(
        [
            "ImageShape", "Initialisation.Gain", "Outputs.Layer", "Outputs.ColumnName", "LearningRate", "Momentum", "WeightDecay", "Schedule.WarmUpEpochs",
            "Schedule.StepFactor", "Epochs", "BatchSize", "Augmentation.CropPadding", "ValidationFraction", "Patience", "CheckpointFolder",
        ]);
        lines.ShouldContain("  ImageShape = [28, 28]: must be null, or channels, height and width, each at least 1.");
        lines.ShouldContain("  Outputs.Layer = 'Conv9': must be a layer of the architecture 'paper': Conv1, Pool1, Conv2, Pool2, Hidden1, Hidden2, Readout.");
        lines.ShouldContain("  Outputs.ColumnName = 'Conv1': must be another name for each column; name the column where a layer is given in two forms.");
        lines.ShouldContain("  Momentum = 0.9: must be null with Adam, which has a momentum of its own.");
    }

    [Fact]
    public void Should_Have_Defaults_That_Are_In_Range()
    {
        new ConvNetOptions().Validate();
        new ConvNetOptions().UsesBatchNormalisation.ShouldBeFalse();
        new ConvNetOptions { Architecture = ConvNetArchitecture.ResNet8 }.UsesBatchNormalisation.ShouldBeTrue();
        new ConvNetOptions { Architecture = ConvNetArchitecture.ResNet8, BatchNormalisation = false }.UsesBatchNormalisation.ShouldBeFalse();
        new ConvNetOptions { Optimizer = ConvNetOptimizer.Sgd }.EffectiveLearningRate.ShouldBe(0.05);
        new ConvNetOptions().EffectiveOutputs.Select(output => output.EffectiveColumnName).ShouldBe(ConvNetArchitecture.Paper.LayerNames);
    }

    [Fact]
    public void Should_Schedule_The_Learning_Rate()
    {
        static double[] Rates(LearningRateSchedule schedule) =>
            [.. Enumerable.Range(0, 8).Select(step => Math.Round(schedule.FactorAt(step, stepsPerEpoch: 2, epochs: 4), 6))];
        Rates(LearningRateSchedule.Constant).ShouldBe([1, 1, 1, 1, 1, 1, 1, 1]);
        Rates(LearningRateSchedule.Step(1, 0.5)).ShouldBe([1, 1, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125]);
        Rates(LearningRateSchedule.Constant with { WarmUpEpochs = 2 }).ShouldBe([0.25, 0.5, 0.75, 1, 1, 1, 1, 1]);
        double[] cosine = Rates(LearningRateSchedule.Cosine(0.1));
        cosine[0].ShouldBe(1);
        cosine[4].ShouldBe(0.55, 1e-6);
        cosine.ShouldBe(cosine.OrderDescending());
        double[] warm = Rates(LearningRateSchedule.Cosine(0, warmUpEpochs: 1));
        warm[..3].ShouldBe([0.5, 1, 1]);
        warm[5].ShouldBe(0.5, 1e-6);
    }
}
