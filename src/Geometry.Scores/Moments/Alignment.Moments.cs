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
            return Entry(
                new AlignmentSide(moments.Means(groups, 0), options.Kind, Itself),
                new AlignmentSide(moments.Means(groups, 1), options.Kind, $"'{otherName}'"),
                otherName,
                options);
        }

        var total = moments.Total();
        var responses = new ProductSums(total, 0, options.Kind, Itself);
        var other = new ProductSums(total, 1, options.Kind, $"'{otherName}'");
        return (responses.Reason ?? other.Reason) is { } zero
            ? Undefined(options, otherName, total.Count, zero)
            : OfRows(ProductSums.Join(responses, other), otherName, options);
    }

    /// <summary>Measures the alignment of the responses that an accumulator has seen with each of several dichotomies.</summary>
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
            var responses = new AlignmentSide(moments.Means(moments.Snapshots(), 0), options.Kind, Itself);
            var labels = moments.Conditions.WithCodes([.. Enumerable.Range(0, moments.Conditions.Count)]);
            entries = [.. targets.Select(target => Entry(responses, Signs(target, labels, options), target.Name, options))];
        }
        else
        {
            var groups = moments.Snapshots();
            var total = moments.Total();
            var responses = new ProductSums(total, 0, options.Kind, Itself);
            entries = [.. targets.Select(target => AgainstSigns(responses, groups, total, target, options))];
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

    private static ScoreEntry OfRows(AlignmentSums sums, string otherName, AlignmentOptions options)
    {
        var (value, chance) = AlignmentFormula.Of(sums, options);
        return value.IsDefined
            ? new ScoreEntry(Name, options.Variant, otherName, value, null, sums.Rows, AlignmentFormula.Warnings(sums.Rows, options, chance))
            : Undefined(options, otherName, sums.Rows, value.Reason);
    }

    /// <summary>The signs of a dichotomy are the same within a condition, so the products with them follow from the moments of conditions.</summary>
    private static ScoreEntry AgainstSigns(
        ProductSums responses, RunningMoments[] groups, RunningMoments total, Dichotomy target, AlignmentOptions options)
    {
        var mean = options.Kind == AlignmentKind.Uncentred
            ? 0
            : groups.Select((group, condition) => (target.IsPositive(condition) ? 1 : -1) * ((double)group.Count / total.Count)).Sum();
        var part = total.Layout.Part(0);
        var products = new double[total.Stride];
        var deviation = new double[total.Stride];
        double square = 0;
        double fourth = 0;
        double diagonals = 0;
        for (var condition = 0; condition < groups.Length; condition++)
        {
            double count = groups[condition].Count;
            var sign = (target.IsPositive(condition) ? 1 : -1) - mean;
            groups[condition].Mean.CopyTo(deviation, 0);
            if (options.Kind != AlignmentKind.Uncentred)
            {
                VectorKernels.Add(-1, total.Mean, deviation);
            }

            VectorKernels.Add(count * sign, deviation, products);
            square += count * sign * sign;
            fourth += count * sign * sign * sign * sign;
            diagonals += sign * sign * (groups[condition].Trace(0) + count * VectorKernels.Dot(deviation.AsSpan(part), deviation.AsSpan(part)));
        }

        var constant = ProductSums.IsConstant(square, total.Count * mean * mean);
        var reason = responses.Reason ?? (constant ? $"'{target.Name}' has zero variance over the {total.Count} rows of the kernel" : null);
        if (reason is not null)
        {
            return Undefined(options, target.Name, total.Count, reason);
        }

        var product = VectorKernels.Dot(products.AsSpan(part), products.AsSpan(part)) / responses.Trace / square;
        var signs = new AlignmentSums.Side($"'{target.Name}'", 1, fourth / square / square);
        return OfRows(new AlignmentSums(total.Count, responses.ForAlignment, signs, product, diagonals / responses.Trace / square), target.Name, options);
    }
}
