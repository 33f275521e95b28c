namespace Geometry.Networks;

/// <summary>Settings of the studies that this library reproduces (Alleman, Lindsey, Fusi 2024), to be varied with <c>with</c>.</summary>
public static class MlpPresets
{
    /// <summary>
    /// Gets the shallow network with a fixed readout: 128 hidden units, balanced output weights +-1/sqrt(H) that are not trained, plain
    /// stochastic gradient descent at rate 0.1. The effect of the nonlinearity is largest here.
    /// </summary>
    public static MlpOptions FixedReadout { get; } = new() { Readout = ReadoutMode.FixedBalanced, Optimizer = MlpOptimizer.Sgd };

    /// <summary>Gets the shallow network with a trained readout: 128 hidden units, plain stochastic gradient descent at rate 0.1.</summary>
    public static MlpOptions TrainedReadout { get; } = new() { Optimizer = MlpOptimizer.Sgd };

    /// <summary>Gets the deep network: two hidden layers of 128, PyTorch's initial weights, everything trained by Adam at rate 0.001.</summary>
    public static MlpOptions Deep { get; } = new() { HiddenWidths = [128, 128], Initialisation = MlpInitialisation.TorchLike };
}
