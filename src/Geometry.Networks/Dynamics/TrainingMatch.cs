namespace Geometry.Networks;

/// <summary>What a trained network and the simplified dynamics have in common where they are compared. Frozen errors never shrink, so that equal times flatter neither.</summary>
public enum TrainingMatch
{
    /// <summary>The time: learning rate times steps. Only plain gradient descent has it.</summary>
    Epoch,

    /// <summary>How far the weights have moved.</summary>
    WeightGrowth,

    /// <summary>The loss at the noise-free conditions.</summary>
    Loss,
}
