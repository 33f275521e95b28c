namespace Geometry.Networks;

/// <summary>How many neurons left the region of high intra-class selectivity.</summary>
/// <param name="HighIntra">The neurons that started out driven by some conditions of their preferred class, but not by all.</param>
/// <param name="Escaped">Those of them that have become selective to the whole class.</param>
public sealed record EscapeCount(int HighIntra, int Escaped)
{
    /// <summary>Gets the fraction that escaped, or null where no neuron started out so.</summary>
    public double? Fraction => HighIntra > 0 ? Escaped / (double)HighIntra : null;
}
