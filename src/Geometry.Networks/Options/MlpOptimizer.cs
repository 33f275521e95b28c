namespace Geometry.Networks;

/// <summary>The rule of the training steps.</summary>
public enum MlpOptimizer
{
    /// <summary>Stochastic gradient descent, with momentum where asked.</summary>
    Sgd,

    /// <summary>Adam (Kingma and Ba 2015) with beta1 = 0.9, beta2 = 0.999 and epsilon = 1e-8.</summary>
    Adam,
}
