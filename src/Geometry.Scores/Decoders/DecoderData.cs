namespace Geometry.Scores;

/// <summary>
/// The rows of a decoding problem as doubles, in an order in which each block (a fold, or a condition) is contiguous, with a constant 1
/// as last column. When there are fewer rows than units the rows are written in an orthonormal basis of their span, which changes no
/// decoder whose penalty is the norm of its weights.
/// </summary>
internal sealed class DecoderData : IDisposable
{
    private readonly double[] _means;
    private readonly SpanBasis? _basis;

    private DecoderData(RowMatrix rows, int[] blockStarts, int width, double[] means, SpanBasis? basis)
    {
        Rows = rows;
        BlockStarts = blockStarts;
        Width = width;
        _means = means;
        _basis = basis;
    }

    /// <summary>Rows x (features + 1).</summary>
    public RowMatrix Rows { get; }

    /// <summary>First row of each block, and the number of rows at the end.</summary>
    public int[] BlockStarts { get; }

    public int Blocks => BlockStarts.Length - 1;

    /// <summary>The number of units of the representation.</summary>
    public int Width { get; }

    /// <summary>The number of columns that are penalised, without the constant one.</summary>
    public int Features => Rows.Columns - 1;

    public int Order => Rows.Columns;

    public int Stride => Rows.Stride;

    public static DecoderData Of(Representation representation, bool centre)
    {
        var rows = new int[representation.Rows];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
        }

        return Of([(representation, rows)], centre);
    }

    /// <summary>No rows, for solvers that are given sums of products over rows that are not kept.</summary>
    public static DecoderData WithoutRows(int width) => new(new RowMatrix(0, width + 1), [0], width, [], null);

    /// <summary>Gathers blocks of rows, each from a representation; all have the same width.</summary>
    public static DecoderData Of(IReadOnlyList<(Representation Source, int[] Rows)> blocks, bool centre)
    {
        var starts = new int[blocks.Count + 1];
        for (var block = 0; block < blocks.Count; block++)
        {
            starts[block + 1] = starts[block] + blocks[block].Rows.Length;
        }

        var count = starts[^1];
        var width = blocks[0].Source.Width;
        var features = RowMatrix.Borrowed(count, width + 1);
        var next = 0;
        foreach (var (source, rows) in blocks)
        {
            foreach (var row in rows)
            {
                var target = features.Row(next++);
                var values = source.Row(row);
                for (var i = 0; i < width; i++)
                {
                    target[i] = values[i];
                }
            }
        }

        var means = centre ? features.CentreColumns() : [];
        SpanBasis? basis = null;
        if (count < width)
        {
            basis = SpanBasis.Of(features);
            Scratch.Return(features.Values);
            features = basis.Coordinates;
        }

        for (var row = 0; row < count; row++)
        {
            features.Row(row)[features.Columns - 1] = 1;
        }

        return new DecoderData(features, starts, width, means, basis);
    }

    /// <summary>Gives the memory of the rows back; they must not be read afterwards.</summary>
    public void Dispose() => Scratch.Return(Rows.Values);

    /// <summary>Translates weights over this data's columns to weights over units.</summary>
    public LinearClassifier ToClassifier(ReadOnlySpan<double> weights, Representation source)
    {
        var intercept = weights[Features];
        var result = new double[Width];
        if (_basis is null)
        {
            weights[..Width].CopyTo(result);
        }
        else
        {
            _basis.ToUnits(weights[..Features], source, _means, result);
        }

        for (var i = 0; i < _means.Length && i < Width; i++)
        {
            intercept -= result[i] * _means[i];
        }

        return new LinearClassifier(result, intercept);
    }
}
