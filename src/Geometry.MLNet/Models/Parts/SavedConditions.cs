using System.Runtime.InteropServices;
using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Conditions as a file has them.</summary>
/// <param name="Codes">The condition of each row that was fitted, 4 bytes each, since costs are estimated by the rows of each condition.</param>
/// <param name="Names">The names of the conditions.</param>
/// <param name="Variables">The variables whose values they combine; none for conditions of a single one.</param>
internal sealed record SavedConditions(byte[] Codes, IReadOnlyList<string> Names, IReadOnlyList<SavedVariable> Variables)
{
    /// <summary>Describes conditions.</summary>
    public static SavedConditions Of(ConditionLabels conditions) => new(
        MemoryMarshal.AsBytes(conditions.Codes).ToArray(), conditions.Names,
        [.. conditions.Variables.Select(variable => new SavedVariable(variable.Name, [.. variable.LevelOf], variable.LevelNames))]);

    /// <summary>Makes the conditions again.</summary>
    /// <exception cref="FormatException">The names are not those of the variables.</exception>
    /// <exception cref="ArgumentException">Codes and names do not go together.</exception>
    public ConditionLabels ToConditions()
    {
        int[] codes = MemoryMarshal.Cast<byte, int>(Codes).ToArray();
        var labels = new ConditionLabels(codes, Names);
        if (Variables.Count == 0)
        {
            return labels;
        }

        if (Variables.Any(variable => variable.LevelOf.Count != Names.Count))
        {
            throw new FormatException("a variable of its conditions does not have a value for each condition");
        }

        var combined = ConditionLabels.Combine([.. Variables.Select(variable =>
            (variable.Name, new ConditionLabels(Array.ConvertAll(codes, code => variable.LevelOf[code]), variable.LevelNames)))]);
        return combined.Names.SequenceEqual(Names) && combined.Codes.SequenceEqual(codes)
            ? combined
            : throw new FormatException("its conditions are not the combinations of its variables");
    }
}

/// <summary>A variable as a file has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="LevelOf">The number of its value in each condition.</param>
/// <param name="LevelNames">The names of its values.</param>
internal sealed record SavedVariable(string Name, IReadOnlyList<int> LevelOf, IReadOnlyList<string> LevelNames);
