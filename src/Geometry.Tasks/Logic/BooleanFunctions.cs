namespace Geometry.Tasks;

/// <summary>What the balanced Boolean functions of three bits are.</summary>
internal static class BooleanFunctions
{
    /// <summary>Gives the function's value, 0 or 1, for the combinations 000 to 111 of Bit1, Bit2 and Bit3.</summary>
    public static float[] Targets(BooleanFunction function) =>
        [.. Enumerable.Range(0, 8).Select(condition => Value(function, (condition & 4) != 0, (condition & 2) != 0, (condition & 1) != 0) ? 1f : 0f)];

    /// <summary>Gives the name of the class; some have two, of which an enumeration's own text is either.</summary>
    public static string Name(BooleanFunction function) => function switch
    {
        BooleanFunction.Corner => nameof(BooleanFunction.Corner),
        BooleanFunction.Snake => nameof(BooleanFunction.Snake),
        _ => function.ToString(),
    };

    /// <summary>
    /// Gets the part of the function that is linear in the bits: the sum over bits of the squared mean of y s, with y and the bit s as -1
    /// and 1 (the Fourier weight of degree 1).
    /// </summary>
    public static double LinearWeight(BooleanFunction function) => function switch
    {
        BooleanFunction.Face => 1,
        BooleanFunction.Corner => 3 / 4d,
        BooleanFunction.Snake => 1 / 2d,
        BooleanFunction.Net => 1 / 4d,
        _ => 0,
    };

    private static bool Value(BooleanFunction function, bool a, bool b, bool c) => function switch
    {
        BooleanFunction.Face => a,
        BooleanFunction.Corner => a ? b || c : b && c,
        BooleanFunction.Snake => a ? b : c,
        BooleanFunction.Net => a ^ (b && c),
        BooleanFunction.Xor2 => a ^ b,
        _ => a ^ b ^ c,
    };
}
