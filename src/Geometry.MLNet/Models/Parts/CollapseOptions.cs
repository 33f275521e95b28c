namespace Geometry.MLNet;

/// <summary>What a score of collapse knows of a readout.</summary>
/// <param name="Readout">The readout that it was given; null for none.</param>
/// <param name="IsCarried">Whether it reads the one that the column carries.</param>
internal sealed record CollapseOptions(CollapseReadout? Readout, bool IsCarried);

/// <summary>A readout as a file has it.</summary>
/// <param name="Outputs">The number of outputs.</param>
/// <param name="Weights">The weights: outputs x units.</param>
/// <param name="Biases">The biases; none, or one an output.</param>
internal sealed record CollapseReadout(int Outputs, float[] Weights, float[] Biases);
