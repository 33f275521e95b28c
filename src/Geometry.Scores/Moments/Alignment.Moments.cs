namespace Geometry.Scores;

/// <content>Alignment from moments, without the rows.</content>
public static partial class Alignment
{
    /// <summary>Measures the alignment of the two columns that an accumulator has seen, as the overload for matrices does.</summary>
    /// <param name="moments">The moments of both columns.</param>
    /// <param name="otherName">The name of the other column, for <see cref="ScoreEntry.Target"/>.</param>
    /// <param name="options">How to measure; null for the defaults. The debiased estimator of rows needs the rows themselves.</param>
    /// <returns>One entry, whose N is the number of rows of the kernels.</returns>
    /// <exception cref="ArgumentException">There is no other column, or the debiased estimator of rows is asked for.</exception>
    public static ScoreEntry Evaluate(MomentAccumulator moments, string otherName, AlignmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(otherName);
        options = Checked(moments, options);
        if (moments.OtherWidth == 0)
        {
            throw new ArgumentException("The accumulator holds one column only; make it with the width of the other column, and add the rows of both.", nameof(moments));
        }

        if (ReasonAgainst(moments, options) is { } reason)
        {
            return Undefined(options, otherName, 0, reason);
        }

        if (options.Unit == AlignmentUnit.ConditionMeans)
        {
            var groups = moments.Snapshots();
            return Entry(
                new AlignmentSide(MomentAccumulator.Means(groups, 0, moments.Width), options.Kind, Itself),
                new AlignmentSide(MomentAccumulator.Means(groups, moments.Width, moments.OtherWidth), options.Kind, $"'{otherName}'"),
                otherName,
                options);
        }

        var total = moments.Total();
        var responses = new ProductSums(total, 0, moments.Width, options.Kind, Itself);
        var other = new ProductSums(total, moments.Width, moments.OtherWidth, options.Kind, $"'{otherName}'");
        if ((responses.Reason ?? other.Reason) is { } zero)
        {
            return Undefined(options, otherName, total.Count, zero);
        }

        return OfRows(ProductSums.SquareWith(responses, other), responses.Square * other.Square, total.Count, otherName, options);
    }

    /// <summary>Measures the alignment of the responses that an accumulator has seen with each of several dichotomies.</summary>
    /// <param name="moments">The moments.</param>
    /// <param name="targets">The dichotomies.</param>
    /// <param name="options">How to measure; null for the defaults. The debiased estimator of rows needs the rows themselves.</param>
    /// <returns>Entries as of the overload for matrices.</returns>
    /// <exception cref="ArgumentException">
    /// The dichotomies are of other conditions, there is none, or the debiased estimator of rows is asked for.
    /// </exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(MomentAccumulator moments, IReadOnlyList<Dichotomy> targets, AlignmentOptions? options = null)
    {
        options = Checked(moments, options);
        Dichotomy.CheckFit(targets, moments.Conditions);
        var entries = new ScoreEntry[targets.Count];
        if (ReasonAgainst(moments, options) is { } reason)
        {
            entries = [.. targets.Select(target => Undefined(options, target.Name, 0, reason))];
        }
        else if (options.Unit == AlignmentUnit.ConditionMeans)
        {
            var responses = new AlignmentSide(MomentAccumulator.Means(moments.Snapshots(), 0, moments.Width), options.Kind, Itself);
            var labels = moments.Conditions.WithCodes([.. Enumerable.Range(0, moments.Conditions.Count)]);
            entries = [.. targets.Select(target => Entry(responses, Signs(target, labels, options), target.Name, options))];
        }
        else
        {
            var groups = moments.Snapshots();
            var total = moments.Total();
            var responses = new ProductSums(total, 0, moments.Width, options.Kind, Itself);
            entries = [.. targets.Select(target => AgainstSigns(responses, groups, total, target, options))];
        }

        return entries.Length == 1 ? entries : [.. entries, Statistics.MeanOf(entries, targets)];
    }

    private static AlignmentOptions Checked(MomentAccumulator moments, AlignmentOptions? options)
    {
        ArgumentNullException.ThrowIfNull(moments);
        options ??= new AlignmentOptions();
        return options is { Kind: AlignmentKind.Debiased, Unit: AlignmentUnit.Rows }
            ? throw new ArgumentException("The debiased estimator of rows does not follow from moments; choose condition means or another kind, or give the rows.", nameof(options))
            : options;
    }

    private static string? ReasonAgainst(MomentAccumulator moments, AlignmentOptions options) =>
        moments.Rows == 0 ? "there are no rows"
        : options.Unit == AlignmentUnit.ConditionMeans && moments.TooFew(1) is { } names ? $"there are no rows of {names}"
        : null;

    private static ScoreEntry OfRows(double product, double squares, long rows, string otherName, AlignmentOptions options)
    {
        var norm = Math.Sqrt(squares);
        var chance = options.Kind == AlignmentKind.Centred ? 1 / norm / (rows - 1) : 0;
        var warnings = AlignmentFormula.Warnings((int)Math.Min(rows, int.MaxValue), options, chance);
        return new ScoreEntry(Name, options.Variant, otherName, ScoreValue.Of(Math.Clamp(product / norm, 0, 1)), null, rows, warnings);
    }

    /// <summary>The signs of a dichotomy are the same within a condition, so the products with them follow from the conditions' means.</summary>
    private static ScoreEntry AgainstSigns(
        ProductSums responses, RunningMoments[] groups, RunningMoments total, Dichotomy target, AlignmentOptions options)
    {
        var centred = options.Kind == AlignmentKind.Centred;
        double mean = 0;
        for (var condition = 0; condition < groups.Length && centred; condition++)
        {
            mean += (target.IsPositive(condition) ? 1 : -1) * ((double)groups[condition].Count / total.Count);
        }

        double square = 0;
        var products = new double[total.Stride];
        for (var condition = 0; condition < groups.Length; condition++)
        {
            var sign = (target.IsPositive(condition) ? 1 : -1) - mean;
            square += groups[condition].Count * sign * sign;
            VectorKernels.Add(groups[condition].Count * sign, groups[condition].Mean, products);
            if (centred)
            {
                VectorKernels.Add(-groups[condition].Count * sign, total.Mean, products);
            }
        }

        var reason = responses.Reason ?? (square <= ProductSums.VarianceTolerance * total.Count ? $"'{target.Name}' has zero variance over the {total.Count} rows of the kernel" : null);
        if (reason is not null)
        {
            return Undefined(options, target.Name, total.Count, reason);
        }

        double product = 0;
        for (var i = 0; i < responses.Width; i++)
        {
            var value = products[i] / Math.Sqrt(responses.Trace) / Math.Sqrt(square);
            product += value * value;
        }

        return OfRows(product, responses.Square, total.Count, target.Name, options);
    }
}
