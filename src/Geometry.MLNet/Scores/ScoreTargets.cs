using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>What fitting learns of the target.</summary>
/// <param name="Conditions">The learned conditions.</param>
/// <param name="Dichotomies">How the target divides them, or all balanced ways, as the score wants; none for a target of real numbers.</param>
/// <param name="Classes">The classes of the target: one item, or one a dichotomy for a vector of two-valued numbers.</param>
internal sealed record ScoreTargets(ConditionLabels Conditions, IReadOnlyList<Dichotomy> Dichotomies, IReadOnlyList<TargetClasses> Classes)
{
    /// <summary>The same of some of the conditions.</summary>
    public ScoreTargets Restrict(ConditionLabels conditions)
    {
        if (conditions.Names.SequenceEqual(Conditions.Names))
        {
            return this with { Conditions = conditions };
        }

        return new ScoreTargets(
            conditions, [.. Dichotomies.Select(dichotomy => dichotomy.Restrict(Conditions, conditions))],
            [.. Classes.Select(classes => classes.Restrict(Conditions, conditions))]);
    }
}
