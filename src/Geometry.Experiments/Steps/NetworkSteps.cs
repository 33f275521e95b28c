using Geometry.Networks;
using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>The step that trains a network; its fields are the properties of <see cref="MlpOptions"/>.</summary>
internal static class NetworkSteps
{
    private const string OwnDefault = "the preset's";

    private static readonly Parameter<string> Label = Parameters.Column("labelColumnName",
        "The column to be learnt: true or false, a key, a number, or a vector of numbers.").Or("Label", "Label");

    private static readonly Parameter<string> Features = Parameters.Column("featureColumnName", "The vector column to learn from.").Or("Features", "Features");

    private static readonly Parameter<MlpOptions> Preset = Parameters.Choice<MlpOptions>("preset",
        "The settings to start from; the other fields change them.",
        [("Default", new MlpOptions()), ("FixedReadout", MlpPresets.FixedReadout), ("TrainedReadout", MlpPresets.TrainedReadout), ("Deep", MlpPresets.Deep)])
        .Or(new MlpOptions(), "Default");

    private static readonly Parameter<int[]> HiddenWidths = Parameters.Integers("hiddenWidths", "The widths of the hidden layers, from the input on.", 1).Or([], OwnDefault);

    private static readonly Parameter<Nonlinearity> Function = NonlinearityField.Or(Nonlinearity.Tanh, OwnDefault);

    private static readonly Parameter<ReadoutMode> Readout = Parameters.Choice<ReadoutMode>("readout", "How the output weights are made, and whether they are trained.").Or(default, OwnDefault);

    private static readonly Parameter<WeightLaw> Weights = Parameters.Choice<WeightLaw>("weights", "The law of the weights.").Or(default, OwnDefault);
    private static readonly Parameter<BiasLaw> Biases = Parameters.Choice<BiasLaw>("biases", "The law of the biases.").Or(default, OwnDefault);
    private static readonly Parameter<double> Gain = Parameters.Number("gain", "The factor of the hidden layers' weights: small ones learn features, large ones are lazy.", 0).Or(1, OwnDefault);
    private static readonly Parameter<double> BiasGain = Parameters.Number("biasGain", "The factor of the hidden layers' biases.", 0).Or(1, OwnDefault);
    private static readonly Parameter<double> ReadoutGain = Parameters.Number("readoutGain", "The factor of the output weights.", 0).Or(1, OwnDefault);

    private static readonly Parameter<Func<MlpInitialisation, MlpInitialisation>> Initialisation = Parameters
        .Group<Func<MlpInitialisation, MlpInitialisation>>("initialisation", "The laws of the initial weights.", [Weights, Biases, Gain, BiasGain, ReadoutGain],
            a => start => start with
            {
                Weights = a.GetOr(Weights, start.Weights), Biases = a.GetOr(Biases, start.Biases), Gain = a.GetOr(Gain, start.Gain),
                BiasGain = a.GetOr(BiasGain, start.BiasGain), ReadoutGain = a.GetOr(ReadoutGain, start.ReadoutGain),
            })
        .Or(start => start, OwnDefault);

    private static readonly Parameter<MlpLoss> Loss = Parameters.Choice<MlpLoss>("loss", "What training minimises.").Or(default, "what goes with the label");
    private static readonly Parameter<MlpOptimizer> Optimizer = Parameters.Choice<MlpOptimizer>("optimizer", "The rule of the training steps.").Or(default, OwnDefault);
    private static readonly Parameter<double> LearningRate = Parameters.Number("learningRate", "The learning rate.", 0).Or(0, "0.1 with Sgd, 0.001 with Adam");
    private static readonly Parameter<double> Momentum = Parameters.Number("momentum", "The momentum of Sgd, below 1.", 0, 1).Or(0, OwnDefault);
    private static readonly Parameter<int> Epochs = Parameters.Integer("epochs", "The greatest number of passes over the rows.", 0, 10_000_000).Or(0, OwnDefault);
    private static readonly Parameter<int> BatchSize = Parameters.Integer("batchSize", "The rows of a training step.", 1).Or(0, OwnDefault);
    private static readonly Parameter<double> InputNoise = Parameters.Number("inputNoise", "The standard deviation of the Gaussian noise on each input of training.", 0).Or(0, OwnDefault);
    private static readonly Parameter<long> Seed = Parameters.Long("seed", "The seed of the initial weights, the order of the rows and the noise.").Or(0, "$seed");
    private static readonly Parameter<double> Tolerance = Parameters.Number("tolerance", "The largest change of any parameter over an epoch below which training stops; 0 for never.", 0).Or(0, OwnDefault);
    private static readonly Parameter<int> Patience = Parameters.Integer("patience", "After how many epochs without a new lowest loss training stops; 0 for never.", 0).Or(0, OwnDefault);
    private static readonly Parameter<int[]> CheckpointEpochs = Parameters
        .Integers("checkpointEpochs", "The epochs after which the layers are scored as well, besides the last; 0 is the initial network.", 0, canBeEmpty: true).Or([], "none");

    /// <summary>Gets the field that names a nonlinearity.</summary>
    public static Parameter<Nonlinearity> NonlinearityField => new("nonlinearity", "nonlinearity",
        "The function of the hidden layers: a name as `geometry list nonlinearities` shows them, such as tanh or relu-ceiling(1.5).", TryNonlinearity);

    /// <summary>Gets the step.</summary>
    public static StepDefinition Mlp { get; } = new("Mlp", StepOrigin.Geometry,
        "Trains a multilayer perceptron and adds its hidden layers as the columns Hidden1, Hidden2 and so on, and Score, Probability and PredictedLabel.",
        [
            Label, Features, Preset, HiddenWidths, Function, Readout, Initialisation, Loss, Optimizer, LearningRate, Momentum, Epochs, BatchSize, InputNoise,
            Seed, Tolerance, Patience, CheckpointEpochs,
        ])
    {
        Build = (context, a) => [context.ML.Geometry.Networks.Mlp(a.Get(Label), a.Get(Features), context.Network = OptionsOf(a, context.CellSeed))],
        NetworkRows = a => string.Join('\n', a.Get(Label), a.Get(Features), a.IsGiven(Loss) ? a.Get(Loss) : null),
        Network = (a, cellSeed) => new NetworkLabel(OptionsOf(a, cellSeed).Nonlinearity.Text, a.PlaceOf(Function), a.GetOr(Seed, cellSeed)),
        Perceptron = (a, cellSeed) => (OptionsOf(a, cellSeed), a.Get(Features)),
    };

    /// <summary>Gives the options that a step asks for.</summary>
    public static MlpOptions OptionsOf(Arguments a, long cellSeed)
    {
        MlpOptions start = a.Get(Preset);
        return start with
        {
            HiddenWidths = a.IsGiven(HiddenWidths) ? a.Get(HiddenWidths) : start.HiddenWidths,
            Nonlinearity = a.GetOr(Function, start.Nonlinearity),
            Readout = a.GetOr(Readout, start.Readout),
            Initialisation = a.Get(Initialisation)(start.Initialisation),
            Loss = a.IsGiven(Loss) ? a.Get(Loss) : start.Loss,
            Optimizer = a.GetOr(Optimizer, start.Optimizer),
            LearningRate = a.IsGiven(LearningRate) ? a.Get(LearningRate) : start.LearningRate,
            Momentum = a.GetOr(Momentum, start.Momentum),
            Epochs = a.GetOr(Epochs, start.Epochs),
            BatchSize = a.GetOr(BatchSize, start.BatchSize),
            InputNoise = a.GetOr(InputNoise, start.InputNoise),
            Seed = a.GetOr(Seed, cellSeed),
            Tolerance = a.GetOr(Tolerance, start.Tolerance),
            Patience = a.GetOr(Patience, start.Patience),
            CheckpointEpochs = a.Get(CheckpointEpochs),
        };
    }

    private static bool TryNonlinearity(JsonValue json, ProblemList problems, out Nonlinearity value)
    {
        value = Nonlinearity.Tanh;
        if (!Parameters.TryText(json, problems, out string text))
        {
            return false;
        }

        try
        {
            value = Nonlinearity.Parse(text);
            return true;
        }
        catch (ArgumentException e)
        {
            problems.Add(json.Place, UserErrors.Text(e));
            return false;
        }
    }
}
