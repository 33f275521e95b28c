namespace Geometry.Networks;

/// <summary>The architecture and the training of a convolutional network.</summary>
public sealed partial record ConvNetOptions
{
    /// <summary>The learning rate of <see cref="ConvNetOptimizer.Sgd"/> where none is given.</summary>
    public const double DefaultSgdLearningRate = 0.05;

    /// <summary>The learning rate of <see cref="ConvNetOptimizer.Adam"/> and <see cref="ConvNetOptimizer.AdamW"/> where none is given.</summary>
    public const double DefaultAdamLearningRate = 0.001;

    /// <summary>The momentum of <see cref="ConvNetOptimizer.Sgd"/> where none is given.</summary>
    public const double DefaultMomentum = 0.9;

    /// <summary>Gets the channels, height and width of the images, such as 1, 28, 28: the order of the values, channel after channel and row after row.</summary>
    /// <value>Three numbers of at least 1. Default: null, for the dimensions of the feature column's type; training without a column needs them.</value>
    public IReadOnlyList<int>? ImageShape { get; init; }

    /// <summary>Gets the parts of the network.</summary>
    /// <value>Default: <see cref="ConvNetArchitecture.Paper"/>.</value>
    public ConvNetArchitecture Architecture { get; init; } = ConvNetArchitecture.Paper;

    /// <summary>Gets the function that is applied wherever the network has one: behind convolutions, dense layers and residual sums.</summary>
    /// <value>Default: <see cref="Nonlinearity.Tanh"/>.</value>
    public Nonlinearity Nonlinearity { get; init; } = Nonlinearity.Tanh;

    /// <summary>Gets whether the preactivations of convolutions and dense layers are normalised over the batch (the readout's are not).</summary>
    /// <value>Default: null, for what the architecture has: on for the VGG and residual ones.</value>
    public bool? BatchNormalisation { get; init; }

    /// <summary>Gets how the output weights are made, and whether they are trained.</summary>
    /// <value>Default: <see cref="ReadoutMode.Trained"/>.</value>
    public ReadoutMode Readout { get; init; } = ReadoutMode.Trained;

    /// <summary>Gets the laws of the initial weights; a convolution has input maps x kernel height x kernel width inputs.</summary>
    /// <value>
    /// Default: normal weights with standard deviation 1 / sqrt(inputs), with which signals pass through many layers better than with PyTorch's
    /// (<see cref="MlpInitialisation.TorchLike"/>), and biases of 0.
    /// </value>
    public MlpInitialisation Initialisation { get; init; } = new() { Biases = BiasLaw.Zero };

    /// <summary>Gets what training minimises, which must go with the kind of the targets; null for what goes with it best, as for <see cref="MlpOptions.Loss"/>.</summary>
    /// <value>Default: null.</value>
    public MlpLoss? Loss { get; init; }

    /// <summary>Gets the columns that a transformer makes of the layers.</summary>
    /// <value>Default: null, for every layer as it is, under its own name. Columns that nobody reads are not computed.</value>
    public IReadOnlyList<ConvNetOutput>? Outputs { get; init; }

    /// <summary>Gets the rule of the training steps.</summary>
    /// <value>Default: <see cref="ConvNetOptimizer.Adam"/>.</value>
    public ConvNetOptimizer Optimizer { get; init; } = ConvNetOptimizer.Adam;

    /// <summary>Gets the learning rate; null for the optimizer's own default.</summary>
    /// <value>Greater than 0. Default: null, which means 0.05 for SGD and 0.001 for Adam and AdamW.</value>
    public double? LearningRate { get; init; }

    /// <summary>Gets how the learning rate changes over training.</summary>
    /// <value>Default: not at all.</value>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant;

    /// <summary>Gets the momentum of <see cref="ConvNetOptimizer.Sgd"/>.</summary>
    /// <value>From 0 to below 1; null with the others. Default: null, which means 0.9 for SGD.</value>
    public double? Momentum { get; init; }

    /// <summary>Gets the weight decay, of all parameters that are trained.</summary>
    /// <value>At least 0. Default: 0.</value>
    public double WeightDecay { get; init; }

    /// <summary>Gets the greatest number of passes over the images; 0 leaves the network as it was initialised.</summary>
    /// <value>From 0 to 1,000,000. Default: 10.</value>
    public int Epochs { get; init; } = 10;

    /// <summary>Gets the images of a training step. Where one image would be left at the end of an epoch, it joins the step before.</summary>
    /// <value>At least 2. Default: 64.</value>
    public int BatchSize { get; init; } = 64;

    /// <summary>Gets how training images are changed when they are presented.</summary>
    /// <value>Default: not at all.</value>
    public ImageAugmentation Augmentation { get; init; } = new();

    /// <summary>Gets the part of the rows, drawn by the seed, that is not trained on and by which the best network is chosen; 0 for none.</summary>
    /// <value>From 0 to below 1. Default: 0, with which the network of the last epoch is taken.</value>
    public double ValidationFraction { get; init; }

    /// <summary>Gets after how many epochs without a new lowest loss (on the validation rows; without these, on the training rows) training stops; 0 for never.</summary>
    /// <value>At least 0. Default: 0.</value>
    public int Patience { get; init; }

    /// <summary>
    /// Gets the seed of the initial weights, the order of the rows, the validation rows and the augmentation, each a stream of its own; null
    /// leaves it to who uses the options.
    /// </summary>
    /// <value>Any number. Default: null, which networks and training by themselves take as <see cref="MlpOptions.DefaultSeed"/>.</value>
    public long? Seed { get; init; }

    /// <summary>
    /// Gets the folder in which training keeps its state after each epoch. Where it holds the state of a training of the same rows and
    /// settings, training goes on from there, to the same bits as if it had not been interrupted; the number of epochs may be raised.
    /// </summary>
    /// <value>A path, made where there is none. Default: null, for keeping nothing.</value>
    public string? CheckpointFolder { get; init; }

    /// <summary>
    /// Gets what stops training between two steps. The best network so far is kept; before the end of the first epoch there is
    /// none, and training throws <see cref="OperationCanceledException"/>.
    /// </summary>
    /// <value>Default: never.</value>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Gets whether batch normalisation is on.</summary>
    public bool UsesBatchNormalisation => BatchNormalisation ?? Architecture.UsesBatchNormalisation;

    /// <summary>Gets the learning rate that training starts from.</summary>
    public double EffectiveLearningRate => LearningRate ?? (Optimizer == ConvNetOptimizer.Sgd ? DefaultSgdLearningRate : DefaultAdamLearningRate);

    /// <summary>Gets the momentum of SGD that training uses.</summary>
    public double EffectiveMomentum => Momentum ?? DefaultMomentum;

    /// <summary>Gets the seed that networks and training use.</summary>
    public long EffectiveSeed => Seed ?? MlpOptions.DefaultSeed;

    /// <summary>Gets the columns that a transformer makes of the layers.</summary>
    public IReadOnlyList<ConvNetOutput> EffectiveOutputs => Outputs ?? [.. Architecture.LayerNames.Select(name => new ConvNetOutput(name))];

    /// <summary>Gives the loss that training minimises for targets of a kind.</summary>
    /// <param name="kind">The kind of the targets.</param>
    /// <returns><see cref="Loss"/>, or where it is null the loss that goes with the kind.</returns>
    public MlpLoss LossFor(TargetKind kind) => new MlpOptions { Loss = Loss }.LossFor(kind);
}
