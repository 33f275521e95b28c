using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>A score with its options: what it computes from the data, and against which targets.</summary>
internal abstract class ScoreRecipe
{
    /// <summary>Gets the name of the score, which the column's name ends with.</summary>
    public abstract string Name { get; }

    /// <summary>Gets what the score makes of a target.</summary>
    public abstract TargetUse Use { get; }

    /// <summary>Gets whether all balanced dichotomies are scored where no target is named.</summary>
    public virtual bool ScoresAllDichotomies => false;

    /// <summary>Gets whether rows need no conditions.</summary>
    public virtual bool GoesWithoutConditions => false;

    /// <summary>The names of the entries that <see cref="Compute"/> gives, in order, without computing them; each begins with its target.</summary>
    public abstract IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets);

    /// <summary>Computes the entries.</summary>
    public abstract IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input);

    /// <summary>One name a dichotomy, and one for their mean when there are several.</summary>
    protected static IEnumerable<string> Names(IReadOnlyList<Dichotomy> dichotomies) => dichotomies.Count == 1
        ? [dichotomies[0].Name]
        : dichotomies.Select(dichotomy => dichotomy.Name).Append(ScoreEntry.MeanTarget);

    /// <summary>Names a dichotomy by its positive conditions, since a reader of a table does not know their numbers.</summary>
    public static string NameOf(Dichotomy dichotomy, ConditionLabels conditions) =>
        $"{{{string.Join(" | ", conditions.Names.Where((_, condition) => dichotomy.IsPositive(condition)))}}}";
}
