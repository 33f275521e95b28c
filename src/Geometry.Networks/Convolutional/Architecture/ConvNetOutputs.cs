using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>Everything that a forward pass of a convolutional network computes.</summary>
/// <param name="Layers">The values of the layers, images first, in the order of <see cref="ConvNetBlueprint.Layers"/>.</param>
/// <param name="Logits">The outputs, images x outputs.</param>
public sealed record ConvNetOutputs(IReadOnlyList<Tensor> Layers, Tensor Logits);
