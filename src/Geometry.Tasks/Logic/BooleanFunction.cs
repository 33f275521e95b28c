namespace Geometry.Tasks;

/// <summary>
/// The six classes of balanced Boolean functions of three bits, up to the names and signs of the bits: 70 functions in all. As sets of four
/// corners of a cube; from the easiest for a linear readout to those that no linear readout helps. They are also the six types of
/// categories of Shepard, Hovland and Jenkins (1961).
/// </summary>
public enum BooleanFunction
{
    /// <summary>One bit, here Bit1: a face of the cube (6 functions; type I). Linearly separable.</summary>
    Face,

    /// <summary>The majority of the three bits: a corner with its neighbours (8 functions; type IV). Linearly separable.</summary>
    Corner,

    /// <summary>A multiplexer, Bit1 ? Bit2 : Bit3: a path of four corners (24 functions; type III).</summary>
    Snake,

    /// <summary>A rule with an exception, Bit1 ^ (Bit2 and Bit3): a path of three corners and the corner opposite to its middle (24 functions; type V).</summary>
    Net,

    /// <summary>The XOR of two bits, Bit1 ^ Bit2: two opposite edges (6 functions; type II).</summary>
    Xor2,

    /// <summary>The parity of the three bits: no two neighbours (2 functions; type VI).</summary>
    Xor3,

    /// <summary>Another name of <see cref="Corner"/>.</summary>
    Majority = Corner,

    /// <summary>Another name of <see cref="Snake"/>.</summary>
    Multiplexer = Snake,
}
