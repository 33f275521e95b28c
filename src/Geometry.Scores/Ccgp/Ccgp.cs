namespace Geometry.Scores;

/// <summary>
/// Cross-condition generalisation performance (Bernardi et al. 2020): how well a linear classifier that was trained on some conditions of
/// each side of a dichotomy tells other conditions of the two sides apart. Values below one half are meaningful (an exclusive-or geometry
/// gives 0) and are kept.
/// </summary>
public static partial class Ccgp
{
    /// <summary>The name of the score.</summary>
    public const string Name = "ccgp";

    /// <summary>
    /// Measures the generalisation of each dichotomy. The value of a split is the mean accuracy over the held-out conditions of a side,
    /// averaged over both sides, so that every held-out condition of a side counts the same whatever its number of rows; a decision value
    /// of zero counts one half. The value of a dichotomy is the mean over its splits. Its standard error is the standard deviation over
    /// splits over the root of their number: splits share conditions, so it describes the spread and is no exact error.
    /// </summary>
    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="targets">The dichotomies, for example <see cref="Dichotomy.AllBalanced"/> or those of a label.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>
    /// An entry for every target in the order given, followed by their mean (<see cref="ScoreEntry.MeanTarget"/>, with the standard error
    /// over targets) when there are several. With one pair held out, the mean over all balanced dichotomies is one half for every
    /// geometry (exchanging the held-out conditions turns right into wrong), so it is the single dichotomies that tell.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// Rows or conditions do not fit together, there is no target, or the variable to hold out is not one of those that the conditions
    /// were combined from.
    /// </exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(
        Representation representation, ConditionLabels conditions, IReadOnlyList<Dichotomy> targets, CcgpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        conditions.CheckFit(representation);
        Dichotomy.CheckFit(targets, conditions);
        options ??= new CcgpOptions();
        var observed = Measure(representation, conditions, targets, options, out var permuted);
        return options.Null switch
        {
            null => observed,
            { Kind: NullKind.PairPermutation } => NullTest.Attach(observed, permuted, options.Null),
            _ => NullTest.Attach(
                observed,
                NullTest.Draw(
                    representation,
                    conditions,
                    (r, c) => Evaluate(r, c, targets, options with { Null = null, MaximumThreads = 1 }),
                    options.Null,
                    options.MaximumThreads),
                options.Null),
        };
    }

    /// <summary>The entries, and those of every draw of the pair permutation, which tests the same decoders again.</summary>
    private static IReadOnlyList<ScoreEntry> Measure(
        Representation representation,
        ConditionLabels conditions,
        IReadOnlyList<Dichotomy> targets,
        CcgpOptions options,
        out IReadOnlyList<ScoreEntry>[] permuted)
    {
        var reason = RowSelection.IsConstant(representation) ? RowSelection.ConstantReason
            : RowSelection.TooFew(conditions, 1) is { } names ? $"there are no rows of {names}"
            : null;
        var splits = SplitsOf(targets, conditions, options, reason);
        var draws = options.Null is { Kind: NullKind.PairPermutation } nullOptions ? nullOptions.Draws : 0;
        var values = Array.ConvertAll(splits, split => Enumerable.Range(0, 1 + draws).Select(_ => new double[split.HeldOut.Count]).ToArray());
        if (splits.Any(split => split.HeldOut.Count > 0))
        {
            Fit(representation, conditions, targets, splits, options, values);
        }

        IReadOnlyList<ScoreEntry> Table(int draw)
        {
            var entries = targets.Select((target, i) => Entry(target, splits[i], values[i][draw], options)).ToArray();
            return entries.Length == 1 ? entries : [.. entries, Statistics.MeanOf(entries, targets)];
        }

        permuted = [.. Enumerable.Range(1, draws).Select(Table)];
        return Table(0);
    }

    private static void CheckVariable(ConditionLabels conditions, CcgpOptions options)
    {
        if (options.Split != CcgpSplit.ByVariable)
        {
            return;
        }

        if (options.Variable is null || conditions.FindVariable(options.Variable) is null)
        {
            var known = conditions.Variables.Count == 0
                ? "the conditions were not combined from variables"
                : $"the conditions were combined from {string.Join(", ", conditions.Variables.Select(v => $"'{v.Name}'"))}";
            throw new ArgumentException(
                $"To hold out the levels of a variable, name it in {nameof(CcgpOptions)}.{nameof(CcgpOptions.Variable)}: '{options.Variable}' is not known, {known}.",
                nameof(options));
        }
    }

    private static ScoreEntry Entry(Dichotomy target, CcgpSplits splits, double[] values, CcgpOptions options)
    {
        var variant = $"{options.Decoder.Name}/{options.SplitName}";
        if (splits.Reason is not null)
        {
            return new ScoreEntry(Name, variant, target.Name, ScoreValue.Undefined(splits.Reason), null, 0, []);
        }

        return new ScoreEntry(
            Name, variant, target.Name, ScoreValue.Of(Statistics.Mean(values)), Statistics.StandardError(values), values.Length, splits.Warning is null ? [] : [splits.Warning]);
    }
}
