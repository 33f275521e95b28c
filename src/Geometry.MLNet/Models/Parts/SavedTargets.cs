using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>What a score learned of its target, as a file has it.</summary>
/// <param name="AllBalanced">Whether the dichotomies are all balanced ones, which are not listed.</param>
/// <param name="Dichotomies">The dichotomies otherwise.</param>
/// <param name="Classes">The classes.</param>
internal sealed record SavedTargets(bool AllBalanced, IReadOnlyList<SavedDichotomy> Dichotomies, IReadOnlyList<TargetClasses> Classes)
{
    // All dichotomies, up to 10,000 of them, are named by half of the conditions each: of more, so few bytes would make too many.
    private const int MaximumLetters = 6_000;

    /// <summary>Describes targets.</summary>
    /// <exception cref="NotSupportedException">There are too many conditions.</exception>
    public static SavedTargets Of(ScoreTargets targets) => targets.Dichotomies is not DichotomySet
        ? new SavedTargets(
            false, [.. targets.Dichotomies.Select(one => new SavedDichotomy(one.Name, string.Concat(one.Positive.ToArray().Select(side => side ? '1' : '0'))))], targets.Classes)
        : LettersOf(targets.Conditions) <= MaximumLetters
        ? new SavedTargets(true, [], targets.Classes)
        : throw new NotSupportedException(
            $"A score of all dichotomies of {targets.Conditions.Count} conditions is not saved: their names have {LettersOf(targets.Conditions)} letters together; at most {MaximumLetters} are kept. "
            + "Save chain.GetModelFor(TransformerScope.Scoring), which leaves scores out.");

    /// <summary>Makes the targets again.</summary>
    /// <exception cref="FormatException">They do not go with the conditions.</exception>
    public ScoreTargets ToTargets(ConditionLabels conditions)
    {
        if ((AllBalanced && (Dichotomies.Count > 0 || LettersOf(conditions) > MaximumLetters)) || Dichotomies.Any(one => one.Sides.Length != conditions.Count)
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

    private static int LettersOf(ConditionLabels conditions) => conditions.Names.Sum(name => name.Length + 1);
}

/// <summary>A dichotomy as a file has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sides">For each condition 1 or 0.</param>
internal sealed record SavedDichotomy(string Name, string Sides);
