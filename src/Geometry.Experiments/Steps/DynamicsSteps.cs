using Geometry.MLNet;
using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.Experiments;

/// <summary>The step that computes weight dynamics.</summary>
internal static class DynamicsSteps
{
    private const string OfNetwork = "that of the Mlp before it";

    private static readonly Parameter<string> Label = Parameters.Column("labelColumnName", "The column of the targets, constant within each condition.").Or("Label", "Label");
    private static readonly Parameter<string> Features = Parameters.Column("featureColumnName", "The vector column of the inputs.").Or("Features", "Features");

    private static readonly Parameter<string[]> Conditions = Parameters.Columns("conditions",
        "The columns whose combinations of values are the conditions; their means over the training rows stand for the noise-free inputs.");

    private static readonly Parameter<Nonlinearity> Function = NetworkSteps.NonlinearityField.Or(Nonlinearity.Tanh, $"{OfNetwork}, else tanh");
    private static readonly Parameter<int> Neurons = Parameters.Integer("neurons", "The number of neurons that are integrated.", 2, 1_000_000).Or(1000, "1000");
    private static readonly Parameter<double> Gain = Parameters.Number("gain", "The factor of the initial weights.", 1e-9).Or(1, $"{OfNetwork}, else 1");
    private static readonly Parameter<double> BiasGain = Parameters.Number("biasGain", "The factor of the initial biases.", 0).Or(0, "0");
    private static readonly Parameter<double> Noise = Parameters.Number("noise", "The standard deviation of the noise that gradients are averaged over.", 0).Or(0, "0");

    private static readonly Parameter<bool> RadialTerm = Parameters.Boolean("radialTerm", true,
        "Whether averaged gradients have the term along the weights that comes from the covariance of the noise with the slope.");

    private static readonly Parameter<bool> RecomputeErrors = Parameters.Boolean("recomputeErrors", false, "Whether errors are those of the present outputs; else they are frozen.");
    private static readonly Parameter<bool> TrainReadout = Parameters.Boolean("trainReadout", false, "Whether the output weights change.");
    private static readonly Parameter<bool> LearnBias = Parameters.Boolean("learnBias", false, "Whether the biases change.");

    private static readonly Parameter<double> Duration = Parameters.Number("duration",
        "How long to integrate, in multiples of the time in which a neuron of slope 1 moves by the initial standard deviation of a preactivation.", 1e-9).Or(50, "50");

    private static readonly Parameter<int> Samples = Parameters.Integer("samples", "How many moments are recorded besides the start.", 1, 10_000).Or(40, "40");
    private static readonly Parameter<double> Tolerance = Parameters.Number("tolerance", "The relative error of an integration step.", 1e-7, 0.1).Or(1e-3, "0.001");
    private static readonly Parameter<int> GridPoints = Parameters.Integer("gridPoints", "The points along an axis of the gradient field; 0 for no field, else at least 2.", 0, 1000).Or(21, "21");
    private static readonly Parameter<int> Trajectories = Parameters.Integer("trajectories", "How many neurons the table of trajectories has.", 0).Or(40, "40");

    private static readonly Parameter<bool> Compare = Parameters.Boolean("compare", true,
        "Whether the dynamics are compared with the training of the Mlp before the step, which takes one more training of it.");

    private static readonly Parameter<long> Seed = Parameters.Long("seed", "The seed of the initial weights.").Or(0, "$seed");

    /// <summary>Gets the step.</summary>
    public static StepDefinition Dynamics { get; } = new("Dynamics", StepOrigin.Geometry,
        "Computes the weight dynamics of a hidden layer on the training rows' conditions: scores (selectivity, escape, simplified-alignment, simplified-parallelism, "
        + "simplified-training) and the tables field, trajectories, selectivity, comparison and effective-weights.",
        [
            Conditions, Label, Features, Function, Neurons, Gain, BiasGain, Noise, RadialTerm, RecomputeErrors, TrainReadout, LearnBias, Duration, Samples, Tolerance,
            GridPoints, Trajectories, Compare, Seed,
        ])
    {
        DefaultScope = TransformerScope.Testing,
        Build = (context, a) =>
        [
            context.ML.Geometry.Networks.Dynamics(a.Get(Label), a.Get(Features), a.Get(Conditions), OptionsOf(context, a), context.NewColumn($"{a.Get(Features)}.Dynamics")),
        ],
        Network = (a, cellSeed) => new NetworkLabel(a.Get(Function).Text, a.PlaceOf(Function), a.GetOr(Seed, cellSeed)),
    };

    private static DynamicsOptions OptionsOf(StepContext context, Arguments a) => new()
    {
        Network = a.Get(Compare) ? context.Network : null,
        GridPoints = a.Get(GridPoints),
        Trajectories = a.Get(Trajectories),
        Weights = new WeightDynamicsOptions
        {
            Nonlinearity = a.GetOr(Function, context.Network?.Nonlinearity ?? Nonlinearity.Tanh), Neurons = a.Get(Neurons),
            Gain = a.GetOr(Gain, context.Network is { Initialisation.Gain: > 0 } network ? network.Initialisation.Gain : 1), BiasGain = a.Get(BiasGain), Noise = a.Get(Noise),
            RadialTerm = a.Get(RadialTerm), RecomputeErrors = a.Get(RecomputeErrors), TrainReadout = a.Get(TrainReadout), LearnBias = a.Get(LearnBias),
            Duration = a.Get(Duration), Samples = a.Get(Samples), Tolerance = a.Get(Tolerance), Seed = a.GetOr(Seed, context.CellSeed),
        },
    };
}
