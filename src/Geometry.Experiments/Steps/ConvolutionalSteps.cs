using Geometry.Networks;
using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>The step that trains a convolutional network; its fields are the properties of <see cref="ConvNetOptions"/>.</summary>
internal static class ConvolutionalSteps
{
    private static readonly ConvNetOptions Start = new();

    private static readonly string Known = string.Join(", ", ConvNetArchitecture.Known.Select(architecture => architecture.Name));

    private static readonly Parameter<string> Label = Parameters.Column("labelColumnName",
        "The column to be learnt: a key for several classes, true or false for two; also a number, or a vector of numbers.").Or("Label", "Label");

    private static readonly Parameter<string> Features = Parameters.Column("featureColumnName", "The column of the images.").Or("Features", "Features");

    private static readonly Parameter<int[]> ImageShape = Parameters.Integers("imageShape",
        "The channels, height and width of the images, such as [1, 28, 28].", 1).Or([], "the dimensions of the column");

    private static readonly Parameter<ConvNetArchitecture> Architecture = new Parameter<ConvNetArchitecture>("architecture", "architecture",
        $"The parts of the network: one of {Known}, or a text of parts such as `conv(16,5) pool conv(32) pool dense(100)`, with conv(maps,kernel,stride), pool, "
        + "residual(maps,stride), average and dense(units).", TryArchitecture).Or(Start.Architecture, Start.Architecture.Name);

    private static readonly Parameter<Nonlinearity> Function = NetworkSteps.NonlinearityField.Or(Start.Nonlinearity, Start.Nonlinearity.Text);

    private static readonly Parameter<bool> BatchNormalisation = Parameters.Boolean("batchNormalisation", false,
        "Whether preactivations are normalised over the batch.").Or(false, "what the architecture has: true for the vgg and resnet ones");

    private static readonly Parameter<ReadoutMode> Readout = Parameters.Choice<ReadoutMode>("readout",
        "How the output weights are made, and whether they are trained.").Or(Start.Readout, nameof(ReadoutMode.Trained));

    private static readonly Parameter<double> Gain = Parameters.Number("gain", "The factor of the initial weights, which are normal with standard deviation 1 / sqrt(inputs).", 0).Or(1, "1");

    private static readonly Parameter<string[]> Maps = Parameters.Texts("meanLayers",
        "The layers with maps that become the means of their maps over space, instead of the maps themselves.").Or([], "none");

    private static readonly Parameter<MlpLoss> Loss = Parameters.Choice<MlpLoss>("loss", "What training minimises.").Or(default, "what goes with the label");

    private static readonly Parameter<ConvNetOptimizer> Optimizer = Parameters.Choice<ConvNetOptimizer>("optimizer", "The rule of the training steps.").Or(Start.Optimizer, "Adam");

    private static readonly Parameter<double> LearningRate = Parameters.Number("learningRate", "The learning rate.", 0).Or(0, "0.05 with Sgd, 0.001 with the others");

    private static readonly Parameter<RateScheduleKind> Schedule = Parameters.Choice<RateScheduleKind>("schedule",
        "How the learning rate changes over training.").Or(RateScheduleKind.Constant, nameof(RateScheduleKind.Constant));

    private static readonly Parameter<double> WarmUpEpochs = Parameters.Number("warmUpEpochs", "The epochs at the start over which the learning rate rises.", 0).Or(0, "0");

    private static readonly Parameter<double> Momentum = Parameters.Number("momentum", "The momentum of Sgd, below 1.", 0, 1).Or(0, "0.9");

    private static readonly Parameter<double> WeightDecay = Parameters.Number("weightDecay", "The weight decay.", 0).Or(0, "0");

    private static readonly Parameter<int> Epochs = Parameters.Integer("epochs", "The greatest number of passes over the images.", 0, 1_000_000).Or(Start.Epochs, "10");

    private static readonly Parameter<int> BatchSize = Parameters.Integer("batchSize", "The images of a training step.", 2).Or(Start.BatchSize, "64");

    private static readonly Parameter<bool> HorizontalFlip = Parameters.Boolean("horizontalFlip", false, "Whether training images are mirrored at random.");

    private static readonly Parameter<int> CropPadding = Parameters.Integer("cropPadding", "By how many pixels training images are shifted at random, at most.", 0).Or(0, "0");

    private static readonly Parameter<double> ValidationFraction = Parameters.Number("validationFraction",
        "The part of the rows, below 1, that is not trained on and by which the best network is chosen.", 0, 1).Or(0, "0");

    private static readonly Parameter<int> Patience = Parameters.Integer("patience", "After how many epochs without a new lowest loss training stops; 0 for never.", 0).Or(0, "0");

    private static readonly Parameter<long> Seed = Parameters.Long("seed", "The seed of the initial weights, the order of the rows, the validation rows and the changes to images.").Or(0, "$seed");

    /// <summary>Gets the step.</summary>
    public static StepDefinition Convolutional { get; } = new("Convolutional", StepOrigin.Geometry,
        "Trains a convolutional network and adds its layers as the columns Conv1, Pool1, Block1, Hidden1 and so on, and Score, Probability and PredictedLabel.",
        [
            Label, Features, ImageShape, Architecture, Function, BatchNormalisation, Readout, Gain, Maps, Loss, Optimizer, LearningRate, Schedule, WarmUpEpochs, Momentum,
            WeightDecay, Epochs, BatchSize, HorizontalFlip, CropPadding, ValidationFraction, Patience, Seed,
        ])
    {
        Build = (context, a) => [context.ML.Geometry.Networks.Convolutional(a.Get(Label), a.Get(Features), OptionsOf(a, context.CellSeed))],
        NetworkRows = a => string.Join('\n', a.Get(Label), a.Get(Features), a.IsGiven(Loss) ? a.Get(Loss) : null),
        Network = (a, cellSeed) => new NetworkLabel(a.Get(Function).Text, a.PlaceOf(Function), a.GetOr(Seed, cellSeed)),
    };

    private static ConvNetOptions OptionsOf(Arguments a, long cellSeed)
    {
        ConvNetArchitecture architecture = a.Get(Architecture);
        return new ConvNetOptions
        {
            ImageShape = a.IsGiven(ImageShape) ? a.Get(ImageShape) : null,
            Architecture = architecture,
            Nonlinearity = a.Get(Function),
            BatchNormalisation = a.IsGiven(BatchNormalisation) ? a.Get(BatchNormalisation) : null,
            Readout = a.Get(Readout),
            Initialisation = Start.Initialisation with { Gain = a.Get(Gain) },
            Outputs = OutputsOf(architecture, a.Get(Maps)),
            Loss = a.IsGiven(Loss) ? a.Get(Loss) : null,
            Optimizer = a.Get(Optimizer),
            LearningRate = a.IsGiven(LearningRate) ? a.Get(LearningRate) : null,
            Schedule = new LearningRateSchedule { Kind = a.Get(Schedule), WarmUpEpochs = a.Get(WarmUpEpochs) },
            Momentum = a.IsGiven(Momentum) ? a.Get(Momentum) : null,
            WeightDecay = a.Get(WeightDecay),
            Epochs = a.Get(Epochs),
            BatchSize = a.Get(BatchSize),
            Augmentation = new ImageAugmentation { HorizontalFlip = a.Get(HorizontalFlip), CropPadding = a.Get(CropPadding) },
            ValidationFraction = a.Get(ValidationFraction),
            Patience = a.Get(Patience),
            Seed = a.GetOr(Seed, cellSeed),
        };
    }

    // Layers that there are not stay in the list, so that the options refuse them by name.
    private static IReadOnlyList<ConvNetOutput> OutputsOf(ConvNetArchitecture architecture, string[] means) =>
    [
        .. architecture.LayerNames.Select(name => new ConvNetOutput(name, means.Contains(name) ? LayerForm.SpatialMean : LayerForm.AsIs)),
        .. means.Except(architecture.LayerNames).Select(name => new ConvNetOutput(name, LayerForm.SpatialMean)),
    ];

    private static bool TryArchitecture(JsonValue json, ProblemList problems, out ConvNetArchitecture value)
    {
        value = Start.Architecture;
        if (!Parameters.TryText(json, problems, out string text))
        {
            return false;
        }

        try
        {
            value = ConvNetArchitecture.Parse(text);
            return true;
        }
        catch (ArgumentException e)
        {
            problems.Add(json.Place, UserErrors.Text(e));
            return false;
        }
    }
}
