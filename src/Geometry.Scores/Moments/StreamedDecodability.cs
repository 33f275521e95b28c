using System.Globalization;

namespace Geometry.Scores;

/// <summary>
/// Cross-validated least-squares decodability of rows that are not kept, in two passes over them: <see cref="Train"/> with every row, then
/// <see cref="Test"/> with the same rows in the same order, then <see cref="Evaluate"/>. The folds are those of <see cref="Decodability"/>
/// on the same rows, and so are the entries, up to rounding. Memory: about 8 bytes times folds times conditions times the
/// square of the width. An instance is used by one thread at a time.
/// </summary>
public sealed class StreamedDecodability
{
    private readonly ConditionLabels _conditions;
    private readonly long[] _rowsOf;
    private readonly long[] _first;
    private readonly long[] _trained;
    private readonly long[] _tested;
    private readonly IReadOnlyList<Dichotomy> _targets;
    private readonly DecodabilityOptions _options;
    private readonly LeastSquaresDecoder _decoder;
    private readonly FoldAssignment _folds;
    private readonly MomentAccumulator[] _moments;
    private readonly DecodingTally[][] _tallies;
    private readonly Dichotomy[] _kept;
    private MomentDecoders? _decoders;
    private double[][][] _weights = [];
    private string? _constant;

    /// <summary>Makes a decodability of no rows yet.</summary>
    /// <param name="conditions">Labels whose names are taken; their rows are not.</param>
    /// <param name="rowsOfConditions">The number of rows of each condition that all parts of the data together hold.</param>
    /// <param name="width">Number of units, at least 1.</param>
    /// <param name="targets">The dichotomies to decode.</param>
    /// <param name="options">
    /// How to measure; null for the defaults with <see cref="LinearDecoder.LeastSquares"/>. The decoder must be unweighted least squares;
    /// AUC, nulls and a maximum of rows need the rows themselves.
    /// </param>
    /// <param name="rowsBefore">The number of rows of each condition in the parts that come before the rows of this instance; null for none.</param>
    /// <exception cref="ArgumentException">Numbers do not fit the conditions, there is no target, or the options need the rows themselves.</exception>
    public StreamedDecodability(
        ConditionLabels conditions,
        IReadOnlyList<long> rowsOfConditions,
        int width,
        IReadOnlyList<Dichotomy> targets,
        DecodabilityOptions? options = null,
        IReadOnlyList<long>? rowsBefore = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(rowsOfConditions);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        Dichotomy.CheckFit(targets, conditions);
        _options = options ?? new DecodabilityOptions { Decoder = LinearDecoder.LeastSquares };
        _decoder = StreamedRows.LeastSquares(_options.Decoder);
        if (_options.Measures.HasFlag(DecodingMeasures.Auc) || _options.Null is not null || _options.MaximumRowsPerCondition is not null)
        {
            throw new ArgumentException("AUC, nulls and a maximum of rows per condition need the rows themselves; use Decodability, or leave them out.", nameof(options));
        }

        _conditions = conditions;
        _rowsOf = [.. rowsOfConditions];
        _first = rowsBefore is null ? new long[_rowsOf.Length] : [.. rowsBefore];
        if (_rowsOf.Length != conditions.Count || _first.Length != conditions.Count || _rowsOf.Where((n, c) => n < 0 || _first[c] < 0 || _first[c] > n).Any())
        {
            throw new ArgumentException("Give for each condition its number of rows, and no more rows before these than there are in all.", nameof(rowsOfConditions));
        }

        _trained = (long[])_first.Clone();
        _tested = new long[_rowsOf.Length];
        _targets = targets;
        _kept = [.. targets.Where(target => ReasonAgainst(target) is null)];
        _folds = new FoldAssignment(_rowsOf, _options.Folds, _options.Seed);
        Width = width;
        _moments = [.. Enumerable.Range(0, ReasonAgainstAll is null ? _folds.Folds : 0).Select(_ => new MomentAccumulator(conditions, width))];
        _tallies = [.. _kept.Select(_ => new DecodingTally[_folds.Folds])];
    }

    /// <summary>Gets the number of units.</summary>
    public int Width { get; }

    private string? ReasonAgainstAll => _rowsOf.Any(n => n < 2)
        ? $"cross-validation needs at least 2 rows of every condition; '{_conditions.Names[Array.FindIndex(_rowsOf, n => n < 2)]}' has fewer"
        : null;

    /// <summary>Takes rows in for training.</summary>
    /// <param name="rows">The responses, row by row.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, a code has no name, a value is not finite, or a condition has more rows than announced.</exception>
    /// <exception cref="InvalidOperationException">Testing has begun.</exception>
    public void Train(ReadOnlySpan<float> rows, ReadOnlySpan<int> conditions)
    {
        if (_decoders is not null)
        {
            throw new InvalidOperationException("Testing has begun; the decoders cannot be trained any more.");
        }

        var count = RowBlock.Check(rows, Width, conditions, _conditions, _trained.Sum() - _first.Sum());
        CheckAnnounced(_trained, conditions, count);
        for (var row = 0; row < count; row++)
        {
            var condition = conditions.IsEmpty ? 0 : conditions[row];
            var place = _trained[condition]++;
            if (_moments.Length > 0)
            {
                _moments[_folds.FoldOf(condition, place)].Add(rows.Slice(row * Width, Width), [condition]);
            }
        }
    }

    /// <summary>Takes in what another part of the data was trained with, before testing begins.</summary>
    /// <param name="other">An instance made with the same arguments but for the rows before; it stays as it is.</param>
    /// <exception cref="ArgumentException">The other one has other conditions, numbers of rows, width, folds or seed, or is this one.</exception>
    /// <exception cref="InvalidOperationException">Testing has begun.</exception>
    public void Merge(StreamedDecodability other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (_decoders is not null || other._decoders is not null)
        {
            throw new InvalidOperationException("Testing has begun; merge all parts first.");
        }

        if (ReferenceEquals(this, other) || !other._rowsOf.SequenceEqual(_rowsOf) || other.Width != Width || other._options.Seed != _options.Seed
            || other._folds.Folds != _folds.Folds || !other._conditions.Names.SequenceEqual(_conditions.Names))
        {
            throw new ArgumentException("Only another part of the same data, with the same conditions, width, folds and seed, can be merged.", nameof(other));
        }

        for (var fold = 0; fold < _moments.Length; fold++)
        {
            _moments[fold].Merge(other._moments[fold]);
        }
    }

    /// <summary>Tests with rows; the first call fits the decoders. All rows of all parts come in the order in which they were trained.</summary>
    /// <param name="rows">The responses, row by row.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, a code has no name, a value is not finite, or there are more rows than announced.</exception>
    /// <exception cref="InvalidOperationException">Training has not seen as many rows as announced.</exception>
    public void Test(ReadOnlySpan<float> rows, ReadOnlySpan<int> conditions)
    {
        var count = RowBlock.Check(rows, Width, conditions, _conditions, _tested.Sum());
        CheckAnnounced(_tested, conditions, count);
        if (_decoders is null)
        {
            Fit();
        }

        for (var row = 0; row < count; row++)
        {
            var condition = conditions.IsEmpty ? 0 : conditions[row];
            var fold = _folds.FoldOf(condition, _tested[condition]++);
            if (_moments.Length == 0)
            {
                continue;
            }

            _decoders!.Take(rows.Slice(row * Width, Width));
            for (var target = 0; target < _kept.Length; target++)
            {
                var positive = _kept[target].IsPositive(condition);
                var credit = DecodingTally.Credit(_decoders.Decide(_weights[fold][target]), positive);
                ref var tally = ref _tallies[target][fold];
                tally = tally.Plus(positive ? new DecodingTally(credit, 1, 0, 0) : new DecodingTally(0, 0, credit, 1));
            }
        }
    }

    /// <summary>Makes the entries.</summary>
    /// <returns>Entries as of <see cref="Decodability"/> on the same rows.</returns>
    /// <exception cref="InvalidOperationException">Not all rows have been tested.</exception>
    public IReadOnlyList<ScoreEntry> Evaluate()
    {
        if (!_tested.SequenceEqual(_rowsOf))
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{_folds.Total} rows were announced, but {_tested.Sum()} have been tested; show all rows a second time."));
        }

        var protocol = string.Create(CultureInfo.InvariantCulture, $"{_options.Folds}-fold");
        string? Reason(Dichotomy target) => _constant ?? ReasonAgainstAll ?? ReasonAgainst(target);
        var next = 0;
        IReadOnlyList<DecodingTally[]> tallies = [.. _targets.Select(target => Reason(target) is null ? _tallies[next++] : [])];
        return DecodabilityTable.Build(_targets, tallies, _options, protocol, FoldPlan.WarningOf(_folds, _options), Reason);
    }

    private static string? ReasonAgainst(Dichotomy target) => target.PositiveCount == 0 || target.NegativeCount == 0
        ? $"all conditions are on one side of '{target.Name}'"
        : null;

    private void CheckAnnounced(long[] seen, ReadOnlySpan<int> conditions, int count)
    {
        var more = (long[])seen.Clone();
        for (var row = 0; row < count; row++)
        {
            var condition = conditions.IsEmpty ? 0 : conditions[row];
            if (++more[condition] > _rowsOf[condition])
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture, $"{_rowsOf[condition]} rows of '{_conditions.Names[condition]}' were announced, but there are more."), nameof(conditions));
            }
        }
    }

    private void Fit()
    {
        var groups = _moments.SelectMany(fold => fold.Snapshots()).ToArray();
        if (_moments.Length > 0 && groups.Sum(g => g.Count) != _folds.Total)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{_folds.Total} rows were announced, but training has seen {groups.Sum(g => g.Count)}; train all rows, or merge all parts, first."));
        }

        _constant = StreamedRows.ReasonAgainst(groups);
        _decoders = new MomentDecoders(groups, Width);
        var sets = _moments.Select((_, fold) => Enumerable.Range(0, groups.Length).Where(g => g / _conditions.Count != fold).ToArray()).ToArray();
        IReadOnlyList<Func<int, bool>> sides = [.. _kept.Select(target => (Func<int, bool>)(group => target.IsPositive(group % _conditions.Count)))];
        _weights = _decoders.Fit(sets, [.. sets.Select(_ => sides)], _decoder, _options.MaximumThreads);
    }
}
