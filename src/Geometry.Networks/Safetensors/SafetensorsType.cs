namespace Geometry.Networks;

/// <summary>The type of the numbers of a tensor in a safetensors file, under the names that the format gives them.</summary>
public enum SafetensorsType
{
    /// <summary>A Boolean, in one byte.</summary>
    Bool,

    /// <summary>An unsigned integer of 8 bits.</summary>
    U8,

    /// <summary>A signed integer of 8 bits.</summary>
    I8,

    /// <summary>A signed integer of 16 bits.</summary>
    I16,

    /// <summary>A signed integer of 32 bits.</summary>
    I32,

    /// <summary>A signed integer of 64 bits.</summary>
    I64,

    /// <summary>An IEEE number of half precision.</summary>
    F16,

    /// <summary>The upper half of an IEEE number of single precision.</summary>
    BF16,

    /// <summary>An IEEE number of single precision.</summary>
    F32,

    /// <summary>An IEEE number of double precision.</summary>
    F64,
}
