namespace Geometry.Scores;

/// <summary>The active rows of a support vector machine and the sums of their outer products, one for each class of weight.</summary>
internal sealed class ActiveRows
{
    private readonly DecoderData _data;
    private readonly RankUpdate _update = new();
    private readonly bool[] _active;
    private readonly int[][] _changed;
    private readonly double[][] _signs;
    private readonly int[] _changes;

    public ActiveRows(DecoderData data, int weightClasses)
    {
        _data = data;
        _active = new bool[data.Rows.Rows];
        _changes = new int[weightClasses];
        _changed = new int[weightClasses][];
        _signs = new double[weightClasses][];
        Gram = new double[weightClasses][];
        for (var k = 0; k < weightClasses; k++)
        {
            _changed[k] = new int[data.Rows.Rows];
            _signs[k] = new double[data.Rows.Rows];
            Gram[k] = new double[data.Stride * data.Stride];
        }
    }

    /// <summary>Sum of x x^T over the active rows (upper triangle); with two classes of weight, the positive side first.</summary>
    public double[][] Gram { get; }

    public bool Contains(int row) => _active[row];

    public DecoderState ToState(ReadOnlySpan<double> weights) =>
        new(weights.ToArray(), Array.ConvertAll(Gram, gram => (double[])gram.Clone()), (bool[])_active.Clone());

    /// <summary>Starts with the wanted rows, from whichever known sum is nearest: nothing, all training rows, or a state's active rows.</summary>
    public void Begin(ReadOnlySpan<int> rows, sbyte[] side, bool[] wanted, ReadOnlySpan<double> trainingGram, DecoderState? start)
    {
        var count = 0;
        foreach (var row in rows)
        {
            count += wanted[row] ? 1 : 0;
        }

        var fromAll = trainingGram.IsEmpty ? int.MaxValue : rows.Length - count;
        var fromState = start is null ? int.MaxValue : DistanceTo(start.Active, rows, wanted);
        _active.AsSpan().Clear();
        foreach (var gram in Gram)
        {
            gram.AsSpan().Clear();
        }

        if (fromState <= fromAll && fromState <= count)
        {
            for (var k = 0; k < Gram.Length; k++)
            {
                start!.Gram[k].CopyTo(Gram[k], 0);
            }

            start!.Active.CopyTo(_active, 0);
            Drop(rows, side);
        }
        else if (fromAll <= count)
        {
            trainingGram.CopyTo(Gram[0]);
            foreach (var row in rows)
            {
                _active[row] = true;
            }
        }

        MoveTo(rows, side, wanted);
    }

    /// <summary>Makes the wanted ones among the training rows active and the others inactive.</summary>
    public void MoveTo(ReadOnlySpan<int> rows, sbyte[] side, bool[] wanted)
    {
        foreach (var row in rows)
        {
            if (wanted[row] != _active[row])
            {
                Note(row, side, wanted[row]);
            }
        }

        Apply();
    }

    /// <summary>Makes all rows inactive that are not training rows.</summary>
    private void Drop(ReadOnlySpan<int> rows, sbyte[] side)
    {
        var next = 0;
        for (var row = 0; row < _active.Length; row++)
        {
            if (next < rows.Length && rows[next] == row)
            {
                next++;
            }
            else if (_active[row])
            {
                Note(row, side, false);
            }
        }
    }

    private void Note(int row, sbyte[] side, bool active)
    {
        var k = Gram.Length == 2 && side[row] < 0 ? 1 : 0;
        _changed[k][_changes[k]] = row;
        _signs[k][_changes[k]++] = active ? 1 : -1;
        _active[row] = active;
    }

    private void Apply()
    {
        for (var k = 0; k < Gram.Length; k++)
        {
            var count = _changes[k];
            _update.Symmetric(Gram[k], _data.Stride, _data.Rows.Values, _changed[k].AsSpan(0, count), _signs[k].AsSpan(0, count));
            _changes[k] = 0;
        }
    }

    private static int DistanceTo(bool[] active, ReadOnlySpan<int> rows, bool[] wanted)
    {
        var distance = active.Count(a => a);
        foreach (var row in rows)
        {
            distance += (wanted[row] ? 1 : 0) - (active[row] && wanted[row] ? 2 : 0);
        }

        return distance;
    }
}
