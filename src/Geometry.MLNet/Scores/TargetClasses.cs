using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>The class of each condition.</summary>
/// <param name="Target">The name of the target.</param>
/// <param name="Names">The names of the classes, in the order of the target's keys or values.</param>
/// <param name="ClassOf">For each condition the number of its class.</param>
internal sealed record TargetClasses(string Target, IReadOnlyList<string> Names, IReadOnlyList<int> ClassOf)
{
    /// <summary>The classes of a target that has one class in each condition.</summary>
    /// <exception cref="ArgumentException">The class changes within a condition.</exception>
    public static TargetClasses Of(string target, ConditionLabels classes, ConditionLabels conditions)
    {
        // Asked for the dichotomies, which say what is wrong with a target that changes within a condition.
        Dichotomy.FromClasses(target, classes, conditions);
        var classOf = new int[conditions.Count];
        for (int row = 0; row < conditions.Rows; row++)
        {
            classOf[conditions.Codes[row]] = classes.Codes[row];
        }

        return new TargetClasses(target, classes.Names, classOf);
    }

    /// <summary>The two classes of a dichotomy.</summary>
    public static TargetClasses Of(Dichotomy dichotomy) => new(
        dichotomy.Name, ["false", "true"], [.. Enumerable.Range(0, dichotomy.Count).Select(condition => dichotomy.IsPositive(condition) ? 1 : 0)]);

    /// <summary>Each condition as a class of its own.</summary>
    public static TargetClasses Of(string target, ConditionLabels conditions) => new(target, conditions.Names, [.. Enumerable.Range(0, conditions.Count)]);

    /// <summary>The class of each row.</summary>
    public ConditionLabels RowsOf(ConditionLabels conditions) => new(Array.ConvertAll(conditions.Codes.ToArray(), condition => ClassOf[condition]), Names);

    /// <summary>The same of some of the conditions.</summary>
    public TargetClasses Restrict(ConditionLabels from, ConditionLabels to)
    {
        Dictionary<string, int> codeOf = from.Names.Select((name, code) => (name, code)).ToDictionary(pair => pair.name, pair => pair.code, StringComparer.Ordinal);
        return this with { ClassOf = [.. to.Names.Select(name => ClassOf[codeOf[name]])] };
    }
}
