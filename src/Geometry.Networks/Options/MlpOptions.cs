namespace Geometry.Networks;

/// <summary>
/// The architecture and the training of a multilayer perceptron. The defaults are a setting in which the effect of the nonlinearity on
/// the learned geometry is large: one hidden layer of 128, unit gain, Adam. <see cref="MlpPresets"/> has others by name.
/// </summary>
public sealed partial record MlpOptions
{
    /// <summary>The seed where none is given.</summary>
    public const long DefaultSeed = 1;

    /// <summary>The learning rate of <see cref="MlpOptimizer.Sgd"/> where none is given.</summary>
    public const double DefaultSgdLearningRate = 0.1;

    /// <summary>The learning rate of <see cref="MlpOptimizer.Adam"/> where none is given.</summary>
    public const double DefaultAdamLearningRate = 0.001;

    /// <summary>Gets the widths of the hidden layers, from the input on.</summary>
    /// <value>At least one, each from 1 to 65,536. Default: one layer of 128.</value>
    public IReadOnlyList<int> HiddenWidths { get; init; } = [128];

    /// <summary>Gets the function of the hidden layers.</summary>
    /// <value>Default: <see cref="Nonlinearity.Tanh"/>.</value>
    public Nonlinearity Nonlinearity { get; init; } = Nonlinearity.Tanh;

    /// <summary>Gets how the output weights are made, and whether they are trained.</summary>
    /// <value>Default: <see cref="ReadoutMode.Trained"/>.</value>
    public ReadoutMode Readout { get; init; } = ReadoutMode.Trained;

    /// <summary>Gets the laws of the initial weights.</summary>
    /// <value>Default: normal weights and biases with standard deviation 1 / sqrt(inputs).</value>
    public MlpInitialisation Initialisation { get; init; } = new();

    /// <summary>Gets what training minimises, which must go with the kind of the targets; null for what goes with it best.</summary>
    /// <value>
    /// Default: null, which means <see cref="MlpLoss.BinaryCrossEntropy"/> for binary targets, <see cref="MlpLoss.CrossEntropy"/> for classes
    /// and <see cref="MlpLoss.MeanSquaredError"/> for real targets.
    /// </value>
    public MlpLoss? Loss { get; init; }

    /// <summary>Gets the rule of the training steps.</summary>
    /// <value>Default: <see cref="MlpOptimizer.Adam"/>.</value>
    public MlpOptimizer Optimizer { get; init; } = MlpOptimizer.Adam;

    /// <summary>Gets the learning rate; null for the optimizer's own default.</summary>
    /// <value>Greater than 0. Default: null, which means 0.1 for SGD and 0.001 for Adam.</value>
    public double? LearningRate { get; init; }

    /// <summary>Gets the momentum of <see cref="MlpOptimizer.Sgd"/>.</summary>
    /// <value>From 0 to below 1; 0 with Adam. Default: 0.</value>
    public double Momentum { get; init; }

    /// <summary>Gets the greatest number of passes over the rows; 0 leaves the network as it was initialised.</summary>
    /// <value>From 0 to 10,000,000. Default: 30.</value>
    public int Epochs { get; init; } = 30;

    /// <summary>Gets the rows of a training step. With at least as many as there are rows every step takes all rows, in their order.</summary>
    /// <value>At least 1. Default: 100.</value>
    public int BatchSize { get; init; } = 100;

    /// <summary>Gets the standard deviation of the Gaussian noise that is added freshly to each input that training presents.</summary>
    /// <value>At least 0. Default: 0.</value>
    public double InputNoise { get; init; }

    /// <summary>
    /// Gets the seed of the initial weights, the order of the rows and the input noise, each a stream of its own; null leaves it to who
    /// uses the options.
    /// </summary>
    /// <value>Any number. Default: null, which networks and training by themselves take as <see cref="DefaultSeed"/>.</value>
    public long? Seed { get; init; }

    /// <summary>Gets the largest change of any parameter over an epoch below which training stops; 0 for never.</summary>
    /// <value>At least 0. Default: 0.</value>
    public double Tolerance { get; init; }

    /// <summary>Gets after how many epochs without a new lowest loss training stops; 0 for never.</summary>
    /// <value>At least 0. Default: 0.</value>
    public int Patience { get; init; }

    /// <summary>Gets the epochs after which a copy of the network is kept, so that its hidden representations can be scored; 0 is the initial network.</summary>
    /// <value>Each from 0 to <see cref="Epochs"/>. Default: none.</value>
    public IReadOnlyList<int> CheckpointEpochs { get; init; } = [];

    /// <summary>Gets the learning rate that training uses.</summary>
    public double EffectiveLearningRate =>
        LearningRate ?? (Optimizer == MlpOptimizer.Sgd ? DefaultSgdLearningRate : DefaultAdamLearningRate);

    /// <summary>Gets the seed that networks and training use.</summary>
    public long EffectiveSeed => Seed ?? DefaultSeed;

    /// <summary>Gives the loss that training minimises for targets of a kind.</summary>
    /// <param name="kind">The kind of the targets.</param>
    /// <returns><see cref="Loss"/>, or where it is null the loss that goes with the kind.</returns>
    public MlpLoss LossFor(TargetKind kind) => Loss ?? kind switch
    {
        TargetKind.Binary => MlpLoss.BinaryCrossEntropy,
        TargetKind.Classes => MlpLoss.CrossEntropy,
        _ => MlpLoss.MeanSquaredError,
    };
}
