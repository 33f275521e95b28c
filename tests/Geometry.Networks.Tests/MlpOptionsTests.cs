namespace Geometry.Networks.Tests;

public class MlpOptionsTests
{
    [Fact]
    public void Should_Have_Valid_Documented_Defaults()
    {
        MlpOptions options = new();
        Should.NotThrow(options.Validate);
        options.HiddenWidths.ShouldBe([128]);
        options.Nonlinearity.ShouldBe(Nonlinearity.Tanh);
        options.Readout.ShouldBe(ReadoutMode.Trained);
        options.EffectiveLearningRate.ShouldBe(0.001);
        (options with { Optimizer = MlpOptimizer.Sgd }).EffectiveLearningRate.ShouldBe(0.1);
        (options with { LearningRate = 0.5 }).EffectiveLearningRate.ShouldBe(0.5);
        options.EffectiveSeed.ShouldBe(1);
        options.LossFor(TargetKind.Binary).ShouldBe(MlpLoss.BinaryCrossEntropy);
        options.LossFor(TargetKind.Classes).ShouldBe(MlpLoss.CrossEntropy);
        options.LossFor(TargetKind.Real).ShouldBe(MlpLoss.MeanSquaredError);
        foreach (MlpOptions preset in new[] { MlpPresets.FixedReadout, MlpPresets.TrainedReadout, MlpPresets.Deep })
        {
            Should.NotThrow(preset.Validate);
        }
    }

    [Fact]
    public void Should_Report_All_Violations_At_Once()
    {
        MlpOptions options = new()
        {
            HiddenWidths = [128, 0],
            Nonlinearity = null!,
            Readout = (ReadoutMode)7,
            Initialisation = new() { Weights = (WeightLaw)5, Biases = (BiasLaw)6, Gain = -1, BiasGain = double.NaN, ReadoutGain = double.PositiveInfinity },
            Loss = (MlpLoss)9,
            Optimizer = (MlpOptimizer)9,
            LearningRate = 0,
            Momentum = 1,
            Epochs = -1,
            BatchSize = 0,
            InputNoise = -0.5,
            Tolerance = double.NaN,
            Patience = -2,
            CheckpointEpochs = [3],
        };
        Should.Throw<ArgumentException>(options.Validate).Message.ShouldBe("""
            MlpOptions has 19 settings out of range:
              HiddenWidths = [128, 0]: must be one or more widths from 1 to 65536.
              Nonlinearity = null: must be not null.
              Readout = 7: must be one of Trained, FixedBalanced, FixedGaussian.
              Initialisation.Weights = 5: must be one of Gaussian, Uniform.
              Initialisation.Biases = 6: must be one of Gaussian, Uniform, Zero.
              Initialisation.Gain = -1: must be a finite number of at least 0.
              Initialisation.BiasGain = NaN: must be a finite number of at least 0.
              Initialisation.ReadoutGain = Infinity: must be a finite number of at least 0.
              Loss = 9: must be null, or one of BinaryCrossEntropy, CrossEntropy, MeanSquaredError.
              Optimizer = 9: must be one of Sgd, Adam.
              LearningRate = 0: must be null, or a finite number greater than 0.
              Momentum = 1: must be from 0 to below 1.
              Momentum = 1: must be 0 with Adam, which has a momentum of its own.
              Epochs = -1: must be from 0 to 10000000.
              BatchSize = 0: must be at least 1.
              InputNoise = -0.5: must be a finite number of at least 0.
              Tolerance = NaN: must be a finite number of at least 0.
              Patience = -2: must be at least 0.
              CheckpointEpochs = [3]: must be epochs from 0 to Epochs (here -1).
            """);
    }

    [Fact]
    public void Should_Refuse_No_Hidden_Layer() => Should.Throw<ArgumentException>(new MlpOptions { HiddenWidths = [] }.Validate).Message
        .ShouldBe("MlpOptions has 1 setting out of range:\n  HiddenWidths = []: must be one or more widths from 1 to 65536.");
}
