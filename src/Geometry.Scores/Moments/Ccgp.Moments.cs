namespace Geometry.Scores;

/// <content>What the streamed form shares.</content>
public static partial class Ccgp
{
    /// <summary>The splits of each target; none but the reason when there is one.</summary>
    internal static CcgpSplits[] SplitsOf(IReadOnlyList<Dichotomy> targets, ConditionLabels conditions, CcgpOptions options, string? reason)
    {
        CheckVariable(conditions, options);
        return [.. targets.Select(target => reason is null
            ? CcgpSplits.Of(target, conditions, options)
            : new CcgpSplits([], reason, null))];
    }

    /// <summary>The entries for the accuracies of every held-out condition, by target and split.</summary>
    internal static IReadOnlyList<ScoreEntry> TableOf(
        IReadOnlyList<Dichotomy> targets, CcgpSplits[] splits, double[][][] accuracies, CcgpOptions options)
    {
        var entries = targets.Select((target, t) => Entry(
            target,
            splits[t],
            [.. splits[t].HeldOut.Select((heldOut, split) => MeanOverSides(accuracies[t][split], heldOut, target))],
            options)).ToArray();
        return entries.Length == 1 ? entries : [.. entries, Statistics.MeanOf(entries, targets)];
    }
}
