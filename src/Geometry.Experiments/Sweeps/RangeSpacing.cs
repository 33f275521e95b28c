namespace Geometry.Experiments;

/// <summary>How the numbers of a range are spaced.</summary>
internal enum RangeSpacing
{
    /// <summary>Neighbours have the same difference.</summary>
    Linear,

    /// <summary>Neighbours have the same quotient.</summary>
    Logarithmic,
}
