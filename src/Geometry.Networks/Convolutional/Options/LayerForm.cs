namespace Geometry.Networks;

/// <summary>What is made of the values of a layer.</summary>
public enum LayerForm
{
    /// <summary>Maps stay maps: a vector with the dimensions maps, height and width.</summary>
    AsIs,

    /// <summary>A vector without further dimensions, map after map.</summary>
    Flattened,

    /// <summary>The mean of each map over space; layers without maps stay as they are.</summary>
    SpatialMean,
}
