namespace Geometry.Networks;

/// <summary>The initial weights of a network. They depend on the seed and the widths only: two nonlinearities start from the same weights.</summary>
public sealed record MlpInitialisation
{
    /// <summary>Gets what PyTorch's linear layers start with: weights and biases uniform in (-1, 1) / sqrt(n).</summary>
    public static MlpInitialisation TorchLike { get; } = new() { Weights = WeightLaw.Uniform, Biases = BiasLaw.Uniform };

    /// <summary>Gets the law of the weights.</summary>
    /// <value>Default: <see cref="WeightLaw.Gaussian"/>.</value>
    public WeightLaw Weights { get; init; } = WeightLaw.Gaussian;

    /// <summary>Gets the law of the biases of the hidden layers. The biases of a trained readout start uniform in (-1, 1) / sqrt(n) where both laws are uniform, and at 0 elsewhere.</summary>
    /// <value>Default: <see cref="BiasLaw.Gaussian"/>.</value>
    public BiasLaw Biases { get; init; } = BiasLaw.Gaussian;

    /// <summary>Gets the factor of the hidden layers' weights. Small values (0.1) give strong feature learning, large ones (5) the lazy regime.</summary>
    /// <value>At least 0. Default: 1.</value>
    public double Gain { get; init; } = 1;

    /// <summary>Gets the factor of the hidden layers' biases.</summary>
    /// <value>At least 0. Default: 1.</value>
    public double BiasGain { get; init; } = 1;

    /// <summary>Gets the factor of the output weights, trained or fixed.</summary>
    /// <value>At least 0. Default: 1.</value>
    public double ReadoutGain { get; init; } = 1;
}
