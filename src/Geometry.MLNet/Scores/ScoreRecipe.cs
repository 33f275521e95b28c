using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>A score with its options: what it computes from the data, and against which targets.</summary>
internal abstract class ScoreRecipe
{
    /// <summary>Gets the name of the score, which the column's name ends with.</summary>
    public abstract string Name { get; }

    /// <summary>Gets the score as a file has it.</summary>
    public abstract SavedRecipe Saved { get; }

    /// <summary>Gets what the score makes of a target.</summary>
    public abstract TargetUse Use { get; }

    /// <summary>Gets whether all balanced dichotomies are scored where no target is named.</summary>
    public virtual bool ScoresAllDichotomies => false;

    /// <summary>Gets whether rows need no conditions.</summary>
    public virtual bool GoesWithoutConditions => false;

    /// <summary>Gets whether rows of a condition are trained on and others of it tested, so that no row may be there twice.</summary>
    public virtual bool IsCrossValidated => false;

    /// <summary>Gets whether decoders are trained on the view that the score is fitted on and tested on the view that is scored.</summary>
    public virtual bool IsHeldOut => false;

    /// <summary>Gets the score without null and interval, on one thread: what is computed again and again.</summary>
    public virtual ScoreRecipe Alone => this;

    /// <summary>The score of a column with what the column says of itself.</summary>
    /// <param name="column">The column to score.</param>
    /// <param name="columns">The columns that the score looks at.</param>
    /// <param name="isFitted">Whether the score was fitted, so that the names of its slots must stay.</param>
    public virtual ScoreRecipe For(DataViewSchema.Column column, ScoreColumns columns, bool isFitted) => this;

    /// <summary>Gets whether <see cref="Compute(ScoreColumns, ScoreTargets, MomentAccumulator)"/> gives the same without the rows.</summary>
    public virtual bool NeedsOnlyMoments(ScoreColumns columns, ScoreTargets targets) => false;

    /// <summary>How many numbers are held when the score is computed in passes over the rows, however many these are; null where it needs them at once.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="targets">What the target makes of the conditions.</param>
    /// <param name="width">The width of the columns of numbers together.</param>
    public virtual long? NumbersHeld(ScoreColumns columns, ScoreTargets targets, int width) => NeedsOnlyMoments(columns, targets) ? Moments(targets, width) : null;

    /// <summary>Computes the entries in passes over the rows, where <see cref="NumbersHeld"/> says that it can be done.</summary>
    public virtual IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreTargets targets, StreamedRows rows) => Compute(columns, targets, rows.Gather());

    /// <summary>Computes the entries from moments, where <see cref="NeedsOnlyMoments"/> says so.</summary>
    public virtual IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreTargets targets, MomentAccumulator moments) =>
        throw new InvalidOperationException($"{Name} needs the rows.");

    /// <summary>Gets whether the score trains decoders, so that it has a cost.</summary>
    public virtual bool HasDecoders => false;

    /// <summary>What the decoders of the score cost on columns of a width; null for a score without decoders.</summary>
    public virtual ScoreCost? Cost(int width, ScoreTargets targets) => null;

    /// <summary>The score with a null.</summary>
    /// <exception cref="ArgumentException">The score has no such null.</exception>
    public virtual ScoreRecipe WithNull(NullOptions nulls, int? threads)
    {
        RequireGeneral(nulls);
        return new NullRecipe(this, nulls, threads);
    }

    /// <summary>The score with an interval.</summary>
    /// <exception cref="ArgumentException">The score cannot be resampled so.</exception>
    public virtual ScoreRecipe WithInterval(ResamplingOptions interval, int? threads) => IsHeldOut
        ? throw new ArgumentException($"{Name} of held-out rows has no interval: only rows that are trained on and tested together are resampled.", nameof(interval))
        : IsCrossValidated && interval.Unit == ResamplingUnit.Rows
        ? throw new ArgumentException(
            $"{Name} is cross-validated: a row that is drawn twice would be trained on and tested. Resample the conditions ({nameof(ResamplingUnit)}.{nameof(ResamplingUnit.Conditions)}).",
            nameof(interval))
        : new IntervalRecipe(this, interval, threads);

    /// <summary>The names of the entries that <see cref="Compute(ScoreColumns, ScoreInput)"/> gives, in order, without computing them; each begins with its target.</summary>
    public abstract IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets);

    /// <summary>Computes the entries.</summary>
    public abstract IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input);

    /// <summary>Computes the entries with decoders trained on some rows and tested on others, where <see cref="IsHeldOut"/> says so.</summary>
    public virtual IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput training, ScoreInput testing) =>
        throw new InvalidOperationException($"{Name} is not of held-out rows.");

    /// <summary>The numbers of a set of moments of all conditions.</summary>
    protected static long Moments(ScoreTargets targets, int width) => (long)targets.Conditions.Count * width * width;

    /// <summary>Refuses the null that only CCGP has.</summary>
    protected void RequireGeneral(NullOptions nulls)
    {
        if (nulls.Kind == NullKind.PairPermutation)
        {
            throw new ArgumentException($"The null {nameof(NullKind.PairPermutation)} is of CCGP alone; for {Name} choose {nameof(NullKind.LabelShuffle)} or {nameof(NullKind.Geometric)}.", nameof(nulls));
        }
    }

    /// <summary>One name a dichotomy, and one for their mean when there are several.</summary>
    protected static IEnumerable<string> Names(IReadOnlyList<Dichotomy> dichotomies) => dichotomies.Count == 1
        ? [dichotomies[0].Name]
        : dichotomies.Select(dichotomy => dichotomy.Name).Append(ScoreEntry.MeanTarget);

    /// <summary>Names a dichotomy by its positive conditions, since a reader of a table does not know their numbers.</summary>
    public static string NameOf(Dichotomy dichotomy, ConditionLabels conditions) =>
        $"{{{string.Join(" | ", conditions.Names.Where((_, condition) => dichotomy.IsPositive(condition)))}}}";
}
