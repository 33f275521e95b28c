using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>What fitting a score learns: the conditions, how the target divides them, and so the slots of the score's column.</summary>
internal sealed record ScorePlan(ConditionLabels Learned, IReadOnlyList<Dichotomy> Dichotomies, IReadOnlyList<string> SlotNames)
{
    /// <summary>Gets the names of the conditions.</summary>
    public IReadOnlyList<string> Conditions => Learned.Names;

    /// <summary>Labels under the learned conditions, some of which may have no rows.</summary>
    /// <exception cref="ArgumentException">There is a condition that was not learned.</exception>
    public ConditionLabels Relabel(ConditionLabels labels, ScoreColumns columns)
    {
        if (labels.Names.SequenceEqual(Conditions))
        {
            return labels;
        }

        Dictionary<string, int> codeOf = Conditions.Select((name, code) => (name, code)).ToDictionary(pair => pair.name, pair => pair.code, StringComparer.Ordinal);
        int[] learned = [.. labels.Names.Select(name => codeOf.TryGetValue(name, out int code)
            ? code
            : throw new ArgumentException(
                $"The condition '{name}' of column {string.Join(", ", columns.Conditions.Select(column => $"'{column}'"))} was not in the data that the score was fitted on, "
                + $"which has {string.Join("; ", Conditions)}. Fit on data with all conditions, or drop these rows."))];
        return Learned.WithCodes(Array.ConvertAll(labels.Codes.ToArray(), code => learned[code]));
    }
}
