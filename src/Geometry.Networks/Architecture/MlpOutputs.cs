using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>Everything that a forward pass computes.</summary>
/// <param name="Hidden">The activations of the hidden layers, each rows x width, from the input on.</param>
/// <param name="Logits">The outputs, rows x outputs.</param>
public sealed record MlpOutputs(IReadOnlyList<Tensor> Hidden, Tensor Logits);
