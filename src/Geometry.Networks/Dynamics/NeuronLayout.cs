namespace Geometry.Networks;

/// <summary>Where the state of a neuron keeps what.</summary>
/// <param name="Points">The number of conditions, m: first come the preactivations without bias, u = X w.</param>
/// <param name="Targets">The number of outputs, q: last come the output weights.</param>
internal readonly record struct NeuronLayout(int Points, int Targets)
{
    /// <summary>Gets the place of |w|^2.</summary>
    public int SquaredNorm => Points;

    /// <summary>Gets the place of the inner product of w with the initial w.</summary>
    public int Overlap => Points + 1;

    /// <summary>Gets the place of the bias.</summary>
    public int Bias => Points + 2;

    /// <summary>Gets the place of the first output weight, in units in which it starts at +-1.</summary>
    public int Readout => Points + 3;

    /// <summary>Gets the numbers of a neuron.</summary>
    public int Stride => Points + 3 + Targets;
}
