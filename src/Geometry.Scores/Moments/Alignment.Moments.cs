namespace Geometry.Scores;

/// <content>Alignment from moments, without the rows.</content>
public static partial class Alignment
{
    /// <summary>Measures the alignment of the two columns that an accumulator has seen, as the overload for matrices does.</summary>
    /// <param name="moments">The moments of both columns.</param>
    /// <param name="otherName">The name of the other column, for <see cref="ScoreEntry.Target"/>.</param>
    /// <param name="options">How to measure; null for the defaults. The minibatch estimator needs the rows themselves.</param>
    /// <returns>One entry, whose N is the number of rows of the kernels.</returns>
    /// <exception cref="ArgumentException">There is no other column, or the minibatch estimator is asked for.</exception>
    public static ScoreEntry Evaluate(MomentAccumulator moments, string otherName, AlignmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(otherName);
        options = Checked(moments, options);
        if (moments.OtherWidth == 0)
        {
            throw new ArgumentException("The accumulator holds one column only; make it with the width of the other column, and add the rows of both.", nameof(moments));
        }

        if (moments.ReasonAgainst(options.Unit) is { } reason)
        {
            return Undefined(options, otherName, 0, reason);
        }

        if (options.Unit == AlignmentUnit.ConditionMeans)
        {
            var groups = moments.Snapshots();
            var means = new AlignmentSide(moments.Means(groups, 0), options.Kind, Itself);
            return Entry(
                means, new AlignmentSide(moments.Means(groups, 1), options.Kind, $"'{otherName}'"), otherName, options, AlignmentBounds.Of(means, null, options));
        }

        var total = moments.Total();
        var responses = new ProductSums(total, 0, options.Kind, Itself);
        var other = new ProductSums(total, 1, options.Kind, $"'{otherName}'");
        return (responses.Reason ?? other.Reason) is { } zero
            ? Undefined(options, otherName, total.Count, zero)
            : OfRows(
                ProductSums.Join(responses, other),
                otherName,
                options,
                AlignmentBounds.Of(options.Kind, total.Count, other.Square, ScoreValue.Undefined("there is no input"), default));
    }

    /// <summary>
    /// Measures the alignment of the responses that an accumulator has seen with each of several dichotomies. When it has seen another
    /// column, that is the input, which bounds the alignment (<see cref="ScoreEntry.Bounds"/>).
    /// </summary>
    /// <param name="moments">The moments.</param>
    /// <param name="targets">The dichotomies.</param>
    /// <param name="options">How to measure; null for the defaults. The minibatch estimator needs the rows themselves.</param>
    /// <returns>Entries as of the overload for matrices.</returns>
    /// <exception cref="ArgumentException">
    /// The dichotomies are of other conditions, there is none, or the minibatch estimator is asked for.
    /// </exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(MomentAccumulator moments, IReadOnlyList<Dichotomy> targets, AlignmentOptions? options = null)
    {
        options = Checked(moments, options);
        Dichotomy.CheckFit(targets, moments.Conditions);
        var entries = new ScoreEntry[targets.Count];
        if (moments.ReasonAgainst(options.Unit) is { } reason)
        {
            entries = [.. targets.Select(target => Undefined(options, target.Name, 0, reason))];
        }
        else if (options.Unit == AlignmentUnit.ConditionMeans)
        {
            var groups = moments.Snapshots();
            var responses = new AlignmentSide(moments.Means(groups, 0), options.Kind, Itself);
            var input = moments.OtherWidth == 0 ? null : new AlignmentSide(moments.Means(groups, 1), options.Kind, "the input");
            var bounds = AlignmentBounds.Of(responses, input, options);
            var labels = moments.Conditions.WithCodes([.. Enumerable.Range(0, moments.Conditions.Count)]);
            entries = [.. targets.Select(target => Entry(responses, Signs(target, labels, options), target.Name, options, bounds))];
        }
        else
        {
            var groups = moments.Snapshots();
            var total = moments.Total();
            var responses = new ProductSums(total, 0, options.Kind, Itself);
            var input = moments.OtherWidth == 0 ? null : new ProductSums(total, 1, options.Kind, "the input");
            var toInput = input is null || (responses.Reason ?? input.Reason) is not null
                ? ScoreValue.Undefined("there is no input")
                : AlignmentFormula.Of(ProductSums.Join(responses, input), options).Value;
            entries = [.. targets.Select(target => AgainstSigns(responses, input, toInput, new SignSums(groups, total, target, options.Kind), target.Name, options))];
        }

        return entries.Length == 1 ? entries : [.. entries, Statistics.MeanOf(entries, targets)];
    }

    private static AlignmentOptions Checked(MomentAccumulator moments, AlignmentOptions? options)
    {
        ArgumentNullException.ThrowIfNull(moments);
        options ??= new AlignmentOptions();
        return options is { Kind: AlignmentKind.Minibatch, Unit: AlignmentUnit.Rows }
            ? throw new ArgumentException("The minibatch estimator of rows needs the rows themselves; choose the debiased kind, which needs no kernel of all rows either.", nameof(options))
            : options;
    }

    private static ScoreEntry OfRows(AlignmentSums sums, string otherName, AlignmentOptions options, ScoreBounds bounds)
    {
        var (value, chance) = AlignmentFormula.Of(sums, options);
        return value.IsDefined
            ? new ScoreEntry(Name, options.Variant, otherName, value, null, sums.Rows, AlignmentFormula.Warnings(sums.Rows, options, chance)) { Bounds = bounds }
            : Undefined(options, otherName, sums.Rows, value.Reason);
    }

    private static ScoreEntry AgainstSigns(
        ProductSums responses, ProductSums? input, ScoreValue toInput, SignSums signs, string name, AlignmentOptions options)
    {
        var sums = signs.Join(responses);
        if ((responses.Reason ?? signs.Reason) is { } reason)
        {
            return Undefined(options, name, sums.Rows, reason);
        }

        var skew = toInput.IsDefined ? AlignmentFormula.Of(signs.Join(input!), options).Value : toInput;
        return OfRows(sums, name, options, AlignmentBounds.Of(options.Kind, sums.Rows, signs.ForAlignment.Square, toInput, skew));
    }
}
