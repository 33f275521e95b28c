namespace Geometry.Scores;

/// <summary>
/// Comparison of representational dissimilarity matrices (Kriegeskorte, Mur, Bandettini 2008): whether the conditions that differ much in one
/// representation differ much in another, or belong to different sides of a target. There is no standard error; see <see cref="Resampling"/>.
/// </summary>
public static class Rdm
{
    /// <summary>The name of the score.</summary>
    public const string Name = "rdm";

    private const string Itself = "the representation";

    /// <summary>Compares with another representation of the same rows, such as the input.</summary>
    /// <param name="representation">The responses.</param>
    /// <param name="other">What to compare with; it may have another width. Its dissimilarities are made in the same way.</param>
    /// <param name="otherName">The name of that, for <see cref="ScoreEntry.Target"/>.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>One entry, whose N is the number of pairs of conditions.</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static ScoreEntry Evaluate(
        Representation representation, Representation other, string otherName, ConditionLabels conditions, RdmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(otherName);
        conditions.CheckFit(representation);
        conditions.CheckFit(other);
        options ??= new RdmOptions();
        return Entry(
            Dissimilarities.Of(representation, conditions, options, Itself), Dissimilarities.Of(other, conditions, options, $"'{otherName}'"), otherName, options);
    }

    /// <summary>
    /// Compares with dichotomies as models: two conditions of one side have the dissimilarity 0, two of different sides 1.
    /// </summary>
    /// <param name="representation">The responses.</param>
    /// <param name="targets">The dichotomies.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>
    /// An entry for every target in the order given, followed by their mean (<see cref="ScoreEntry.MeanTarget"/>, with the standard error
    /// over targets) when there are several.
    /// </returns>
    /// <exception cref="ArgumentException">Rows or conditions do not fit together, or there is no target.</exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(
        Representation representation, IReadOnlyList<Dichotomy> targets, ConditionLabels conditions, RdmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        conditions.CheckFit(representation);
        Dichotomy.CheckFit(targets, conditions);
        options ??= new RdmOptions();
        var matrix = Dissimilarities.Of(representation, conditions, options, Itself);
        var entries = targets.Select(target => Entry(matrix, Dissimilarities.Of(target, conditions), target.Name, options)).ToArray();
        return entries.Length == 1 ? entries : [.. entries, Statistics.MeanOf(entries, targets)];
    }

    /// <summary>Makes the dissimilarity matrix of the conditions.</summary>
    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="options">How to measure; the comparison does not matter. Null for the defaults.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">Rows and conditions do not fit together.</exception>
    public static DissimilarityMatrix Matrix(Representation representation, ConditionLabels conditions, RdmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        conditions.CheckFit(representation);
        return Dissimilarities.Of(representation, conditions, options ?? new RdmOptions(), Itself);
    }

    private static ScoreEntry Entry(DissimilarityMatrix matrix, DissimilarityMatrix other, string otherName, RdmOptions options)
    {
        var value = (matrix.Reason ?? other.Reason) is { } reason
            ? ScoreValue.Undefined(reason)
            : RdmFormula.Compare(matrix, other, options.Comparison, $"'{otherName}'");
        var pairs = matrix.Pairs.Length;
        string[] warnings = value.IsDefined && pairs == 1 ? ["with two conditions there is a single dissimilarity, so that every comparison is trivial"] : [];
        return new ScoreEntry(Name, options.Variant, otherName, value, null, pairs, warnings);
    }
}
