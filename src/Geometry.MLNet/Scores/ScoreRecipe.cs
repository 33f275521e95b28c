using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>A score with its options: what it computes from the data, and against which targets.</summary>
internal abstract class ScoreRecipe
{
    /// <summary>Gets the name of the score, which the column's name ends with.</summary>
    public abstract string Name { get; }

    /// <summary>Gets whether the score needs dichotomies; if not, a target of real numbers will do.</summary>
    public abstract bool NeedsDichotomies { get; }

    /// <summary>The names of the entries that <see cref="Compute"/> gives, in order, without computing them.</summary>
    public abstract IEnumerable<string> SlotNames(ScoreColumns columns, IReadOnlyList<Dichotomy> dichotomies);

    /// <summary>Computes the entries.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="data">Their values.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="dichotomies">What the target draws, or all balanced ones; none for a target of real numbers.</param>
    public abstract IReadOnlyList<ScoreEntry> Compute(
        ScoreColumns columns, ScoreData data, ConditionLabels conditions, IReadOnlyList<Dichotomy> dichotomies);

    /// <summary>One name a dichotomy, and one for their mean when there are several.</summary>
    protected static IEnumerable<string> Targets(IReadOnlyList<Dichotomy> dichotomies) => dichotomies.Count == 1
        ? [dichotomies[0].Name]
        : dichotomies.Select(dichotomy => dichotomy.Name).Append(ScoreEntry.MeanTarget);
}
