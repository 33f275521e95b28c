namespace Geometry.Networks;

/// <summary>What training minimises.</summary>
public enum MlpLoss
{
    /// <summary>The mean over rows and outputs of the Bernoulli negative log-likelihood of binary targets; outputs are logits.</summary>
    BinaryCrossEntropy,

    /// <summary>The mean over rows of the negative log-likelihood of the class; outputs are one logit a class.</summary>
    CrossEntropy,

    /// <summary>The mean over rows and outputs of the squared error, to real targets, or to -1 and +1 for binary ones.</summary>
    MeanSquaredError,
}
