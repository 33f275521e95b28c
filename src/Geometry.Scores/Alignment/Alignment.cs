namespace Geometry.Scores;

/// <summary>
/// Alignment of the kernels (matrices of inner products between rows) of two representations, or of a representation and targets:
/// A = &lt;K, L&gt; / (|K| |L|), from features or from kernels, whichever is cheaper. There is no standard error.
/// </summary>
public static partial class Alignment
{
    /// <summary>The name of the score.</summary>
    public const string Name = "alignment";

    private const string Itself = "the representation";

    /// <summary>Measures the alignment with another representation of the same rows, such as the input or a matrix of several targets.</summary>
    /// <param name="representation">The responses.</param>
    /// <param name="other">What to compare with; it may have another width.</param>
    /// <param name="otherName">The name of that, for <see cref="ScoreEntry.Target"/>.</param>
    /// <param name="conditions">The condition of each row; may be null with <see cref="AlignmentUnit.Rows"/>.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <param name="input">The input of the same rows, which bounds the alignment (<see cref="ScoreEntry.Bounds"/>); null for the floor alone.</param>
    /// <returns>One entry, whose N is the number of rows of the kernels.</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ, or condition means are wanted without conditions.</exception>
    public static ScoreEntry Evaluate(
        Representation representation, Representation other, string otherName, ConditionLabels? conditions, AlignmentOptions? options = null, Representation? input = null)
    {
        ArgumentNullException.ThrowIfNull(representation);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(otherName);
        options ??= new AlignmentOptions();
        if (representation.Rows != other.Rows)
        {
            throw new ArgumentException($"The representation has {representation.Rows} rows, but '{otherName}' has {other.Rows}.", nameof(other));
        }

        CheckConditions(representation, conditions, options);
        CheckInput(representation, input);
        if (ReasonAgainst(conditions, options) is { } reason)
        {
            return Undefined(options, otherName, 0, reason);
        }

        var responses = Side(representation, conditions, options, Itself);
        var side = Side(other, conditions, options, $"'{otherName}'");
        return Entry(responses, side, otherName, options, AlignmentBounds.Of(responses, InputSide(input, conditions, options), options));
    }

    /// <summary>Measures the alignment with each of several dichotomies, as targets of +1 and -1.</summary>
    /// <param name="representation">The responses.</param>
    /// <param name="targets">The dichotomies.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <param name="input">The input of the same rows, which bounds the alignment (<see cref="ScoreEntry.Bounds"/>); null for the floor alone.</param>
    /// <returns>
    /// An entry for every target in the order given, followed by their mean (<see cref="ScoreEntry.MeanTarget"/>, with the standard error
    /// over targets) when there are several. For the alignment with all of them at once, as outputs of one target, use
    /// <see cref="Representation.Signs"/> and the other overload.
    /// </returns>
    /// <exception cref="ArgumentException">Rows or conditions do not fit together, or there is no target.</exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(
        Representation representation, IReadOnlyList<Dichotomy> targets, ConditionLabels conditions, AlignmentOptions? options = null, Representation? input = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        conditions.CheckFit(representation);
        Dichotomy.CheckFit(targets, conditions);
        CheckInput(representation, input);
        options ??= new AlignmentOptions();
        var reason = ReasonAgainst(conditions, options);
        var responses = reason is null ? Side(representation, conditions, options, Itself) : null;
        var bounds = responses is null ? null : AlignmentBounds.Of(responses, InputSide(input, conditions, options), options);
        var entries = new ScoreEntry[targets.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = responses is null
                ? Undefined(options, targets[i].Name, 0, reason!)
                : Entry(responses, Signs(targets[i], conditions, options), targets[i].Name, options, bounds!);
        }

        return entries.Length == 1 ? entries : [.. entries, Statistics.MeanOf(entries, targets)];
    }

    private static void CheckConditions(Representation representation, ConditionLabels? conditions, AlignmentOptions options)
    {
        conditions?.CheckFit(representation);
        if (options.Unit == AlignmentUnit.ConditionMeans && conditions is null)
        {
            throw new ArgumentException("Alignment of condition means needs conditions; give them, or choose AlignmentUnit.Rows.", nameof(conditions));
        }
    }

    private static void CheckInput(Representation representation, Representation? input)
    {
        if (input is not null && input.Rows != representation.Rows)
        {
            throw new ArgumentException($"The representation has {representation.Rows} rows, but the input has {input.Rows}.", nameof(input));
        }
    }

    private static AlignmentSide? InputSide(Representation? input, ConditionLabels? conditions, AlignmentOptions options) =>
        input is null ? null : Side(input, conditions, options, "the input");

    private static string? ReasonAgainst(ConditionLabels? conditions, AlignmentOptions options) =>
        options.Unit == AlignmentUnit.ConditionMeans && RowSelection.TooFew(conditions!, 1) is { } names ? $"there are no rows of {names}" : null;

    private static ScoreEntry Entry(
        AlignmentSide responses, AlignmentSide other, string otherName, AlignmentOptions options, AlignmentBounds? bounds)
    {
        var (value, chance) = AlignmentFormula.Of(responses, other, options);
        return value.IsDefined
            ? new ScoreEntry(Name, options.Variant, otherName, value, null, responses.Rows, AlignmentFormula.Warnings(responses.Rows, options, chance))
            {
                Bounds = bounds?.With(other),
            }
            : Undefined(options, otherName, responses.Rows, value.Reason);
    }

    private static ScoreEntry Undefined(AlignmentOptions options, string target, long n, string reason) =>
        new(Name, options.Variant, target, ScoreValue.Undefined(reason), null, n, []);

    private static AlignmentSide Side(Representation representation, ConditionLabels? conditions, AlignmentOptions options, string name)
    {
        var matrix = options.Unit == AlignmentUnit.ConditionMeans ? ConditionMeans.Of(representation, conditions!) : ConditionMeans.RowsOf(representation);
        return new AlignmentSide(matrix, options.Kind, name);
    }

    private static AlignmentSide Signs(Dichotomy target, ConditionLabels conditions, AlignmentOptions options)
    {
        var rows = options.Unit == AlignmentUnit.ConditionMeans ? conditions.Count : conditions.Rows;
        var signs = new RowMatrix(rows, 1);
        for (var row = 0; row < rows; row++)
        {
            var condition = options.Unit == AlignmentUnit.ConditionMeans ? row : conditions.Codes[row];
            signs.Row(row)[0] = target.IsPositive(condition) ? 1 : -1;
        }

        return new AlignmentSide(signs, options.Kind, $"'{target.Name}'");
    }
}
