namespace Geometry.Scores;

/// <content>What the streamed form shares.</content>
public static partial class Ccgp
{
    /// <summary>The splits of each target; a reason instead where conditions have no rows.</summary>
    internal static CcgpSplits[] SplitsOf(IReadOnlyList<Dichotomy> targets, ConditionLabels conditions, CcgpOptions options, string? withoutRows)
    {
        CheckVariable(conditions, options);
        return [.. targets.Select(target => withoutRows is null
            ? CcgpSplits.Of(target, conditions, options)
            : new CcgpSplits([], $"there are no rows of {withoutRows}", null))];
    }

    /// <summary>The entries for the accuracies of every held-out condition, by target and split.</summary>
    internal static IReadOnlyList<ScoreEntry> TableOf(
        IReadOnlyList<Dichotomy> targets, CcgpSplits[] splits, double[][][] accuracies, CcgpOptions options, bool constant)
    {
        var entries = targets.Select((target, t) => Entry(
            target,
            splits[t],
            [.. splits[t].HeldOut.Select((heldOut, split) => MeanOverSides(accuracies[t][split], heldOut, target))],
            options,
            constant)).ToArray();
        return entries.Length == 1 ? entries : [.. entries, Statistics.MeanOf(entries, targets)];
    }
}
