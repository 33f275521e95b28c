namespace Geometry.Scores;

/// <content>Neural collapse from moments, without the rows.</content>
public static partial class NeuralCollapse
{
    /// <summary>Measures the collapse of the classes of a target in what an accumulator has seen, as the overload for matrices does.</summary>
    /// <param name="moments">The moments.</param>
    /// <param name="targetName">The target's name, for <see cref="ScoreEntry.Target"/>.</param>
    /// <param name="classNames">The name of each class.</param>
    /// <param name="classOf">The class of each condition.</param>
    /// <param name="readout">The layer that reads the representation; null to leave NC3 out.</param>
    /// <returns>The entries NC1 to NC3 of the overload for matrices. NC4 counts rows and needs them.</returns>
    /// <exception cref="ArgumentException">
    /// There is not one class for every condition, a class is out of range, or the readout has another width or number of outputs.
    /// </exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(
        MomentAccumulator moments, string targetName, IReadOnlyList<string> classNames, IReadOnlyList<int> classOf, LinearReadout? readout = null)
    {
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(targetName);
        ArgumentNullException.ThrowIfNull(classNames);
        ArgumentNullException.ThrowIfNull(classOf);
        if (classOf.Count != moments.Conditions.Count || classOf.Any(k => k < 0 || k >= classNames.Count))
        {
            throw new ArgumentException(
                $"Give for each of the {moments.Conditions.Count} conditions the number of its class, from 0 to {classNames.Count - 1}.", nameof(classOf));
        }

        CheckReadout(readout, moments.Width, classNames.Count);
        var empty = Enumerable.Range(0, classNames.Count).Where(k => !classOf.Contains(k)).Select(k => $"'{classNames[k]}'").ToArray();
        var reason = moments.ReasonAgainst(AlignmentUnit.ConditionMeans)
            ?? (empty.Length > 0 ? $"there are no rows of class {RowSelection.Listed(empty)}" : null);
        return Entries(
            targetName,
            classNames,
            moments.Rows,
            reason,
            () =>
            {
                var groups = moments.Snapshots();
                return new ClassGeometry(moments.Means(groups, 0), new MomentNoise(groups), [.. classOf], classNames.Count);
            },
            readout).Table.Entries;
    }
}
