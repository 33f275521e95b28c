namespace Geometry.Tasks;

/// <summary>Balanced dichotomies of the combinations of binary variables by name.</summary>
internal static class NamedDichotomy
{
    public const string Parity = "Parity";

    /// <summary>Says what names there are, for messages.</summary>
    public static string Describe(BinaryConditions conditions) =>
        $"{conditions.Count} digits 0 or 1, one a condition, with {conditions.Count / 2} of either, because the target is a balanced dichotomy; or the "
        + $"parity of some latent variables, such as {conditions.LatentNames[0]} or {conditions.ParityName(conditions.Count - 1)}; or {Parity}, that of all"
        + (conditions.Bits == 3 ? $"; or one of {string.Join(", ", Enum.GetNames<BooleanFunction>())}" : "");

    /// <summary>Finds the target that a name stands for.</summary>
    /// <returns>The targets of the conditions, or null if it is no name of a balanced dichotomy.</returns>
    public static float[]? Find(string name, BinaryConditions conditions)
    {
        if (name.Length == conditions.Count && name.All(side => side is '0' or '1'))
        {
            return name.Count(side => side == '1') * 2 == name.Length ? [.. name.Select(side => side == '1' ? 1f : 0f)] : null;
        }

        if (conditions.Bits == 3 && !char.IsDigit(name.FirstOrDefault('0')) && Enum.TryParse(name, ignoreCase: true, out BooleanFunction function)
            && Enum.IsDefined(function))
        {
            return BooleanFunctions.Targets(function);
        }

        return Mask(name, conditions) is { } mask ? conditions.Parity(mask) : null;
    }

    private static int? Mask(string name, BinaryConditions conditions)
    {
        if (string.Equals(name, Parity, StringComparison.OrdinalIgnoreCase))
        {
            return conditions.Count - 1;
        }

        int mask = 0;
        foreach (string part in name.Split('^', StringSplitOptions.TrimEntries))
        {
            int bit = Array.FindIndex(conditions.LatentNames, latent => string.Equals(latent, part, StringComparison.OrdinalIgnoreCase));
            if (bit < 0 || (mask & conditions.Single(bit)) != 0)
            {
                return null;
            }

            mask |= conditions.Single(bit);
        }

        return mask;
    }
}
