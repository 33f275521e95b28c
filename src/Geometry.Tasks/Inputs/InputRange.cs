namespace Geometry.Tasks;

/// <summary>
/// What range the noise-free inputs are brought into. Every choice applies one map a x + b to all features of all conditions, so the geometry,
/// and with it the alignment with the targets, stays what it is; noise is added afterwards, and may leave the range.
/// </summary>
public enum InputRange
{
    /// <summary>As the family makes them.</summary>
    Unchanged,

    /// <summary>The smallest input becomes 0 and the largest 1.</summary>
    ZeroToOne,

    /// <summary>Divided by the largest magnitude, so that an end of [-1, 1] is reached; 0 stays 0, and centred inputs stay centred.</summary>
    MinusOneToOne,

    /// <summary>Shifted so that the smallest input is 0; distances stay what they are.</summary>
    NonNegative,
}
