namespace Geometry.Networks;

/// <summary>A hidden layer of a <see cref="FusedNetwork"/>: where its parameters are, and its part of the working memory.</summary>
internal sealed unsafe class FusedLayer
{
    /// <summary>The number of inputs.</summary>
    public required int Inputs { get; init; }

    /// <summary>The number of units.</summary>
    public required int Width { get; init; }

    /// <summary>The number of units with padding, which is the row stride of all matrices of the layer.</summary>
    public required int Stride { get; init; }

    /// <summary>Where the weights are among the parameters: inputs x units, padded, the transpose of a module's weights.</summary>
    public required int Weights { get; init; }

    /// <summary>Where the biases are among the parameters, padded.</summary>
    public required int Biases { get; init; }

    /// <summary>The activations of a block of rows.</summary>
    public float* Activations { get; set; }

    /// <summary>The preactivations of a block of rows, then the derivatives of the nonlinearity.</summary>
    public float* Slopes { get; set; }

    /// <summary>The derivatives of the loss by the preactivations.</summary>
    public float* Deltas { get; set; }

    /// <summary>The weights as units x inputs, padded, by which derivatives go back to the layer below; null in the first layer.</summary>
    public float* Transposed { get; set; }

    /// <summary>The row stride of <see cref="Transposed"/>: the inputs with padding.</summary>
    public int TransposedStride => VectorWidths.Pad(Inputs);

    /// <summary>The number of parameters, with padding.</summary>
    public int ParameterCount => (Inputs + 1) * Stride;
}
