namespace Geometry.Onnx;

/// <summary>An output of an ONNX file.</summary>
/// <param name="Name">Its name; not that of another output or of the input.</param>
/// <param name="Layer">The layer that it is of: one of the network's, or <c>Readout</c> for the logits.</param>
/// <param name="Value">What is made of the values of the layer.</param>
public sealed record OnnxOutput(string Name, string Layer, OnnxValue Value = OnnxValue.AsIs);
