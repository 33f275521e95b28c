namespace Geometry.Networks;

/// <summary>Gives the values that an array of a layer starts with: outputs x inputs of them, row-major, for the weights, and one an output for the others.</summary>
/// <param name="layer">The name of the layer.</param>
/// <param name="array">What the array is to the layer: one of <see cref="ConvNetLayer"/>'s names.</param>
/// <param name="outputs">The units or maps of the layer.</param>
/// <param name="inputs">The inputs of each.</param>
internal delegate float[] ArraySource(string layer, string array, int outputs, int inputs);
