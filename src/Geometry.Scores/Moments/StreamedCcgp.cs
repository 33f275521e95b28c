using System.Globalization;

namespace Geometry.Scores;

/// <summary>
/// Cross-condition generalisation of least-squares decoders over rows that are not kept, in two passes over them: gather every row in a
/// <see cref="MomentAccumulator"/> (parts may be merged), then <see cref="Test"/> with the same rows in any order, then <see cref="Evaluate"/>.
/// The entries are those of <see cref="Ccgp"/> on the same rows, up to rounding. An instance is used by one thread at a time.
/// </summary>
public sealed class StreamedCcgp
{
    private readonly MomentAccumulator _moments;
    private readonly IReadOnlyList<Dichotomy> _targets;
    private readonly CcgpOptions _options;
    private readonly CcgpSplits[] _splits;
    private readonly MomentDecoders _decoders;
    private readonly long[] _tested;
    private readonly double[][][] _credits;

    /// <summary>For each condition the decoders that are tested on it, with the place where the credit goes.</summary>
    private readonly List<(double[] Weights, int Target, int Split, int Place)>[] _testsOf;

    /// <summary>Fits the decoders.</summary>
    /// <param name="moments">The moments of all rows; rows that are added later are not seen.</param>
    /// <param name="targets">The dichotomies.</param>
    /// <param name="options">
    /// How to measure; null for the defaults with <see cref="LinearDecoder.LeastSquares"/>. The decoder must be unweighted least squares;
    /// nulls and a maximum of rows need the rows themselves.
    /// </param>
    /// <exception cref="ArgumentException">The dichotomies are of other conditions, there is none, or the options need the rows themselves.</exception>
    public StreamedCcgp(MomentAccumulator moments, IReadOnlyList<Dichotomy> targets, CcgpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(moments);
        Dichotomy.CheckFit(targets, moments.Conditions);
        _options = options ?? new CcgpOptions { Decoder = LinearDecoder.LeastSquares };
        var decoder = StreamedRows.LeastSquares(_options.Decoder);
        if (_options.Null is not null || _options.MaximumRowsPerCondition is not null)
        {
            throw new ArgumentException("Nulls and a maximum of rows per condition need the rows themselves; use Ccgp, or leave them out.", nameof(options));
        }

        _moments = moments;
        _targets = targets;
        var groups = moments.Snapshots();
        var withoutRows = moments.TooFew(1) is { } names ? $"there are no rows of {names}" : null;
        _splits = Ccgp.SplitsOf(targets, moments.Conditions, _options, StreamedRows.ReasonAgainst(groups) ?? withoutRows);
        RowsOf = [.. groups.Select(g => g.Count)];
        _decoders = new MomentDecoders(groups, moments.Width);
        _tested = new long[groups.Length];
        _credits = [.. _splits.Select(s => s.HeldOut.Select(held => new double[held.Length]).ToArray())];
        _testsOf = [.. groups.Select(_ => new List<(double[] Weights, int Target, int Split, int Place)>())];
        Fit(decoder);
    }

    private long[] RowsOf { get; }

    /// <summary>Tests with rows that the moments were gathered from.</summary>
    /// <param name="rows">The responses, row by row.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, a code has no name, or a value is not finite.</exception>
    public void Test(ReadOnlySpan<float> rows, ReadOnlySpan<int> conditions)
    {
        var width = _moments.Width;
        var count = RowBlock.Check(rows, width, conditions, _moments.Conditions, _tested.Sum());
        for (var row = 0; row < count; row++)
        {
            var condition = conditions.IsEmpty ? 0 : conditions[row];
            _tested[condition]++;
            _decoders.Take(rows.Slice(row * width, width));
            foreach (var (weights, target, split, place) in _testsOf[condition])
            {
                _credits[target][split][place] += DecodingTally.Credit(_decoders.Decide(weights), _targets[target].IsPositive(condition));
            }
        }
    }

    /// <summary>Makes the entries.</summary>
    /// <returns>Entries as of <see cref="Ccgp"/> on the same rows.</returns>
    /// <exception cref="InvalidOperationException">The rows that were tested are not as many as the moments were gathered from.</exception>
    public IReadOnlyList<ScoreEntry> Evaluate()
    {
        if (!_tested.SequenceEqual(RowsOf))
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"The moments hold {RowsOf.Sum()} rows, but {_tested.Sum()} were tested; show each of them exactly once more."));
        }

        var accuracies = _credits.Select((splits, t) => splits
            .Select((credits, s) => credits.Select((credit, place) => credit / _tested[_splits[t].HeldOut[s][place]]).ToArray()).ToArray()).ToArray();
        return Ccgp.TableOf(_targets, _splits, accuracies, _options);
    }

    private void Fit(LeastSquaresDecoder decoder)
    {
        // Splits that leave the same conditions share a factorisation, whatever their target.
        var uses = _splits
            .SelectMany((splits, target) => splits.HeldOut.Select((heldOut, split) => (Target: target, Split: split, HeldOut: heldOut)))
            .GroupBy(use => string.Join(',', use.HeldOut))
            .Select(group => group.ToArray())
            .ToArray();
        var sets = uses.Select(set => Enumerable.Range(0, RowsOf.Length).Except(set[0].HeldOut).ToArray()).ToArray();
        var sides = uses.Select(set => (IReadOnlyList<Func<int, bool>>)[.. set.Select(use => (Func<int, bool>)_targets[use.Target].IsPositive)]).ToArray();
        var weights = _decoders.Fit(sets, sides, decoder, _options.MaximumThreads);
        for (var set = 0; set < uses.Length; set++)
        {
            for (var fit = 0; fit < uses[set].Length; fit++)
            {
                var use = uses[set][fit];
                for (var place = 0; place < use.HeldOut.Length; place++)
                {
                    _testsOf[use.HeldOut[place]].Add((weights[set][fit], use.Target, use.Split, place));
                }
            }
        }
    }
}
