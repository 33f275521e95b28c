using System.Globalization;
using System.Numerics;

namespace Geometry.Tasks;

/// <summary>The 2^b combinations of b binary latent variables, in the order of binary numbers with the first variable in front.</summary>
internal sealed class BinaryConditions
{
    /// <summary>Makes the combinations of Bit1, ..., Bitb.</summary>
    public BinaryConditions(int bits)
        : this([.. Enumerable.Range(1, bits).Select(bit => $"Bit{bit}")])
    {
    }

    /// <summary>Makes the combinations of variables of the given names.</summary>
    public BinaryConditions(string[] latentNames)
    {
        int bits = Bits = latentNames.Length;
        Names = [.. Enumerable.Range(0, Count).Select(condition => condition.ToString($"b{bits}", CultureInfo.InvariantCulture))];
        LatentNames = latentNames;
        Latents = [.. Names.SelectMany(name => name.Select(digit => digit == '1'))];
    }

    public int Bits { get; }

    public int Count => 1 << Bits;

    public string[] Names { get; }

    public string[] LatentNames { get; }

    public bool[] Latents { get; }

    /// <summary>Gets the set of latent variables that holds only the given one, from 0, as a mask over conditions.</summary>
    public int Single(int bit) => 1 << (Bits - 1 - bit);

    /// <summary>Says whether an odd number of the latent variables in a mask are 1.</summary>
    public static bool IsOdd(int condition, int mask) => (BitOperations.PopCount((uint)(condition & mask)) & 1) == 1;

    /// <summary>Gives 1 where an odd number of the latent variables in a mask are 1, else -1.</summary>
    public static double Sign(int condition, int mask) => IsOdd(condition, mask) ? 1 : -1;

    /// <summary>Gives 1 for the conditions where an odd number of the latent variables in a mask are 1, else 0.</summary>
    public float[] Parity(int mask) => [.. Enumerable.Range(0, Count).Select(condition => IsOdd(condition, mask) ? 1f : 0f)];

    /// <summary>Names the parity of the latent variables in a mask, such as <c>Bit1^Bit3</c>.</summary>
    public string ParityName(int mask) => string.Join('^', LatentNames.Where((_, bit) => (mask & Single(bit)) != 0));

    /// <summary>Lists the sets of latent variables that are not empty: single ones first, then pairs and so on.</summary>
    public int[] MasksByDegree() => [.. Enumerable.Range(1, Count - 1).OrderBy(mask => BitOperations.PopCount((uint)mask)).ThenByDescending(mask => mask)];

    /// <summary>Makes a layout.</summary>
    public TaskLayout Layout(IReadOnlyList<string> targetNames, double[] means, float[] targets) => new(Names, LatentNames, targetNames, Latents, means, targets);
}
