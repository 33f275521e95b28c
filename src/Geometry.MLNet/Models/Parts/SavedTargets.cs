using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>What a score learned of its target, as a file has it.</summary>
/// <param name="AllBalanced">Whether the dichotomies are all balanced ones, which are not listed.</param>
/// <param name="Dichotomies">The dichotomies otherwise.</param>
/// <param name="Classes">The classes.</param>
internal sealed record SavedTargets(bool AllBalanced, IReadOnlyList<SavedDichotomy> Dichotomies, IReadOnlyList<TargetClasses> Classes)
{
    // For more, the sides of all conditions in all dichotomies would take too much memory to make of so few bytes.
    private const int MaximumConditions = 5_000;

    /// <summary>Describes targets.</summary>
    /// <exception cref="NotSupportedException">There are too many conditions.</exception>
    public static SavedTargets Of(ScoreTargets targets) => targets.Dichotomies is not DichotomySet
        ? new SavedTargets(
            false, [.. targets.Dichotomies.Select(one => new SavedDichotomy(one.Name, string.Concat(one.Positive.ToArray().Select(side => side ? '1' : '0'))))], targets.Classes)
        : targets.Conditions.Count <= MaximumConditions
        ? new SavedTargets(true, [], targets.Classes)
        : throw new NotSupportedException(
            $"A score of all dichotomies of {targets.Conditions.Count} conditions is not saved; at most {MaximumConditions} conditions can be. "
            + "Save chain.GetModelFor(TransformerScope.Scoring), which leaves scores out.");

    /// <summary>Makes the targets again.</summary>
    /// <exception cref="FormatException">They do not go with the conditions.</exception>
    public ScoreTargets ToTargets(ConditionLabels conditions)
    {
        if ((AllBalanced && (Dichotomies.Count > 0 || conditions.Count > MaximumConditions)) || Dichotomies.Any(one => one.Sides.Length != conditions.Count)
            || Classes.Any(classes => classes.ClassOf.Count != conditions.Count || classes.ClassOf.Any(one => one < 0 || one >= classes.Names.Count)))
        {
            throw new FormatException($"its targets do not divide its {conditions.Count} conditions");
        }

        return new ScoreTargets(
            conditions,
            AllBalanced
                ? Dichotomy.AllBalanced(conditions.Count).Rename(dichotomy => ScoreRecipe.NameOf(dichotomy, conditions))
                : [.. Dichotomies.Select(one => new Dichotomy(one.Name, [.. one.Sides.Select(side => side == '1')]))],
            Classes);
    }
}

/// <summary>A dichotomy as a file has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sides">For each condition 1 or 0.</param>
internal sealed record SavedDichotomy(string Name, string Sides);
