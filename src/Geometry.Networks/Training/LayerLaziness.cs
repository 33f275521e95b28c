namespace Geometry.Networks;

/// <summary>
/// How far a layer moved in training. Small values mean the lazy regime, in which the hidden geometry stays that of the initial network
/// and nonlinearities look alike.
/// </summary>
/// <param name="Layer">The name of the layer, such as <c>Hidden1</c>.</param>
/// <param name="WeightChange">|W - W0| / |W0| in Frobenius norms, at least 0; null when the initial weights are all 0.</param>
/// <param name="KernelChange">
/// 1 - A(Z0, Z), with A the centred alignment of the layer's activations before and after training; from 0 (the same geometry) to 1. Null
/// when the activations do not vary over the rows before or after training.
/// </param>
public sealed record LayerLaziness(string Layer, double? WeightChange, double? KernelChange);
