namespace Geometry.Networks;

/// <summary>How <see cref="ReplicaTrainer"/> trains a network.</summary>
public enum ReplicaPath
{
    /// <summary>By a training step that is written out for multilayer perceptrons: forward pass, derivatives and optimiser without tensors.</summary>
    Fused,

    /// <summary>As <see cref="MlpTrainer"/> does, by TorchSharp's operators and autograd, to the same bits.</summary>
    TorchSharp,
}
