namespace Geometry.Networks;

/// <summary>The rule of the training steps of a convolutional network.</summary>
public enum ConvNetOptimizer
{
    /// <summary>Stochastic gradient descent with momentum; weight decay is added to the gradient.</summary>
    Sgd,

    /// <summary>Adam with beta 0.9 and 0.999; weight decay is added to the gradient.</summary>
    Adam,

    /// <summary>Adam with beta 0.9 and 0.999, and weight decay apart from the gradient: each step takes rate x decay of the weights away.</summary>
    AdamW,
}
