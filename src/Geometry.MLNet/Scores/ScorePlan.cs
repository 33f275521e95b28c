using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>What fitting a score learns: the conditions, what the target makes of them, and so the slots of the score's column.</summary>
internal sealed record ScorePlan(ScoreTargets Targets, IReadOnlyList<string> SlotNames)
{
    private readonly Dictionary<string, int> _codeOf =
        Targets.Conditions.Names.Select((name, code) => (name, code)).ToDictionary(pair => pair.name, pair => pair.code, StringComparer.Ordinal);

    /// <summary>Gets the names of the conditions.</summary>
    public IReadOnlyList<string> Conditions => Targets.Conditions.Names;

    /// <summary>Gets whether the target is real numbers, which are read again with each view; of any other it is known what it makes of the conditions.</summary>
    public bool ReadsTarget(ScoreColumns columns) => columns.Target is not null && Targets.Dichotomies.Count == 0 && Targets.Classes.Count == 0;

    /// <summary>Labels under the learned conditions, some of which may have no rows.</summary>
    /// <exception cref="ArgumentException">There is a condition that was not learned.</exception>
    public ConditionLabels Relabel(ConditionLabels labels, ScoreColumns columns)
    {
        if (labels.Names.SequenceEqual(Conditions))
        {
            return labels;
        }

        int[] learned = [.. labels.Names.Select(name => CodeOf(name, columns))];
        return Targets.Conditions.WithCodes(Array.ConvertAll(labels.Codes.ToArray(), code => learned[code]));
    }

    /// <summary>The number of a learned condition.</summary>
    /// <exception cref="ArgumentException">It was not learned.</exception>
    public int CodeOf(string name, ScoreColumns columns) => _codeOf.TryGetValue(name, out int code)
        ? code
        : throw new ArgumentException(
            $"The condition '{name}' of column {string.Join(", ", columns.Conditions.Select(column => $"'{column}'"))} was not in the data that the score was fitted on, "
            + $"which has {string.Join("; ", Conditions)}. Fit on data with all conditions, or drop these rows.");
}
