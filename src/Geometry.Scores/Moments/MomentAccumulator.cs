using System.Globalization;

namespace Geometry.Scores;

/// <summary>
/// The number, mean and scatter of the rows of each condition, gathered from blocks of rows: all that alignment by features, dimension,
/// neural collapse and least-squares decoders need. Its memory does not depend on the number of rows; it takes about 8 bytes times the
/// number of conditions times the square of the width (of both columns together). How the rows are cut into blocks changes nothing, not even
/// the last bit. Parts of a data set may be gathered apart and merged: the result is that of all rows up to rounding (about 1e-15 of
/// the scatter). An instance is used by one thread at a time.
/// </summary>
public sealed class MomentAccumulator
{
    private readonly RunningMoments?[] _moments;
    private readonly float[]?[] _pending;
    private readonly int[] _pendingRows;
    private readonly RankUpdate _update = new();
    private readonly MomentWork _work;

    /// <summary>Makes an empty accumulator for named conditions.</summary>
    /// <param name="conditionNames">The name of each condition, all different; a single one when conditions do not matter.</param>
    /// <param name="width">Number of units, at least 1.</param>
    /// <param name="otherWidth">Number of columns of what the representation is compared with, such as the input; 0 for nothing.</param>
    /// <exception cref="ArgumentException">There is no name, or one repeats.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is out of range.</exception>
    public MomentAccumulator(IReadOnlyList<string> conditionNames, int width, int otherWidth = 0)
        : this(new ConditionLabels([0], conditionNames), width, otherWidth)
    {
    }

    /// <summary>Makes an empty accumulator for the conditions of some labels.</summary>
    /// <param name="conditions">Labels whose names and variables are taken; their rows are not.</param>
    /// <param name="width">Number of units, at least 1.</param>
    /// <param name="otherWidth">Number of columns of what the representation is compared with; 0 for nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width is out of range.</exception>
    public MomentAccumulator(ConditionLabels conditions, int width, int otherWidth = 0)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(otherWidth);
        Conditions = conditions;
        Width = width;
        OtherWidth = otherWidth;
        _moments = new RunningMoments?[conditions.Count];
        _pending = new float[]?[conditions.Count];
        _pendingRows = new int[conditions.Count];
        Layout = new MomentLayout(width, otherWidth);
        _work = new MomentWork(Layout.Stride);
    }

    /// <summary>Gets the number of units.</summary>
    public int Width { get; }

    /// <summary>Gets the number of columns of what the representation is compared with; 0 for nothing.</summary>
    public int OtherWidth { get; }

    /// <summary>Gets the name of each condition.</summary>
    public IReadOnlyList<string> ConditionNames => Conditions.Names;

    /// <summary>Gets the number of rows of all conditions.</summary>
    public long Rows => Enumerable.Range(0, Conditions.Count).Sum(RowsOf);

    internal ConditionLabels Conditions { get; }

    internal MomentLayout Layout { get; }

    /// <summary>Gets the number of rows of a condition.</summary>
    /// <param name="condition">The condition's code.</param>
    /// <returns>The number of rows so far.</returns>
    public long RowsOf(int condition) => (_moments[condition]?.Count ?? 0) + _pendingRows[condition];

    /// <summary>Adds rows of a single column.</summary>
    /// <param name="rows">The responses, row by row.</param>
    /// <param name="conditions">The condition of each row; may be empty when there is only one condition.</param>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, a code has no name, a value is not finite, or there is another column. Nothing has been added then.
    /// </exception>
    public void Add(ReadOnlySpan<float> rows, ReadOnlySpan<int> conditions) => Add(rows, [], conditions);

    /// <summary>Adds rows of two columns.</summary>
    /// <param name="rows">The responses, row by row.</param>
    /// <param name="otherRows">The same rows of the other column.</param>
    /// <param name="conditions">The condition of each row; may be empty when there is only one condition.</param>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, a code has no name, or a value is not finite. Nothing has been added then.
    /// </exception>
    public void Add(ReadOnlySpan<float> rows, ReadOnlySpan<float> otherRows, ReadOnlySpan<int> conditions)
    {
        var count = RowBlock.Check(rows, Width, conditions, Conditions, Rows);
        if (otherRows.Length != (long)count * OtherWidth)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{count} rows of the other column, which is {OtherWidth} wide, need {(long)count * OtherWidth} values, but {otherRows.Length} were given."),
                nameof(otherRows));
        }

        RowBlock.CheckFinite(otherRows, Math.Max(1, OtherWidth), Rows, "the other column's ");
        for (var row = 0; row < count; row++)
        {
            var condition = conditions.IsEmpty ? 0 : conditions[row];
            var pending = _pending[condition] ??= new float[RunningMoments.BlockRows * Layout.Stride];
            var target = pending.AsSpan(_pendingRows[condition]++ * Layout.Stride, Layout.Stride);
            rows.Slice(row * Width, Width).CopyTo(target);
            otherRows.Slice(row * OtherWidth, OtherWidth).CopyTo(target[Layout.Part(1)]);
            if (_pendingRows[condition] == RunningMoments.BlockRows)
            {
                Flush(condition);
            }
        }
    }

    /// <summary>Adds all rows that another accumulator has seen, which stays as it is.</summary>
    /// <param name="other">An accumulator of the same conditions and widths.</param>
    /// <exception cref="ArgumentException">Conditions or widths differ, or it is this accumulator itself.</exception>
    public void Merge(MomentAccumulator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other) || other.Width != Width || other.OtherWidth != OtherWidth || !other.ConditionNames.SequenceEqual(ConditionNames))
        {
            throw new ArgumentException("Only another accumulator of the same conditions, in the same order, and of the same widths can be merged.", nameof(other));
        }

        for (var condition = 0; condition < Conditions.Count; condition++)
        {
            Flush(condition);
            if (other.RowsOf(condition) > 0)
            {
                MomentsOf(condition).Join(other.Snapshot(condition), _update);
            }
        }
    }

    /// <summary>The moments of one condition with all its rows; not to be changed.</summary>
    internal RunningMoments Snapshot(int condition)
    {
        if (_pendingRows[condition] == 0)
        {
            return _moments[condition] ?? new RunningMoments(Layout);
        }

        var copy = _moments[condition]?.Copy() ?? new RunningMoments(Layout);
        copy.Add(_pending[condition].AsSpan(0, _pendingRows[condition] * Layout.Stride), _update, _work);
        return copy;
    }

    /// <summary>The moments of every condition.</summary>
    internal RunningMoments[] Snapshots() => [.. Enumerable.Range(0, Conditions.Count).Select(Snapshot)];

    /// <summary>The moments of all rows.</summary>
    internal RunningMoments Total()
    {
        var total = new RunningMoments(Layout);
        for (var condition = 0; condition < Conditions.Count; condition++)
        {
            total.Join(Snapshot(condition), _update);
        }

        return total;
    }

    /// <summary>The means of the conditions in one representation.</summary>
    internal RowMatrix Means(IReadOnlyList<RunningMoments> moments, int side)
    {
        var means = new RowMatrix(moments.Count, Layout.Width(side));
        for (var condition = 0; condition < moments.Count; condition++)
        {
            moments[condition].Mean.AsSpan(Layout.Part(side)).CopyTo(means.PaddedRow(condition));
        }

        return means;
    }

    /// <summary>Why there is nothing to score, or null.</summary>
    internal string? ReasonAgainst(AlignmentUnit unit) =>
        Rows == 0 ? "there are no rows"
        : unit == AlignmentUnit.ConditionMeans && TooFew(1) is { } names ? $"there are no rows of {names}"
        : null;

    /// <summary>Names of conditions with fewer rows than needed, or null when there are none.</summary>
    internal string? TooFew(long needed)
    {
        var names = Enumerable.Range(0, Conditions.Count).Where(c => RowsOf(c) < needed).Select(c => $"'{ConditionNames[c]}'").ToArray();
        return names.Length == 0 ? null : RowSelection.Listed(names);
    }

    private RunningMoments MomentsOf(int condition) => _moments[condition] ??= new RunningMoments(Layout);

    private void Flush(int condition)
    {
        if (_pendingRows[condition] > 0)
        {
            MomentsOf(condition).Add(_pending[condition].AsSpan(0, _pendingRows[condition] * Layout.Stride), _update, _work);
            _pendingRows[condition] = 0;
        }
    }
}
