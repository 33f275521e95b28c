namespace Geometry.Scores;

/// <summary>
/// A dense matrix of doubles, row by row. Rows are padded with zeros to a multiple of four columns, so that kernels need no tails.
/// </summary>
internal sealed class RowMatrix
{
    public RowMatrix(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Stride = PaddedWidth(columns);
        Values = new double[(long)rows * Stride];
    }

    /// <summary>Makes a matrix of zeros whose values are to be returned to <see cref="Scratch"/>.</summary>
    private RowMatrix(int rows, int columns, double[] zeros)
    {
        Rows = rows;
        Columns = columns;
        Stride = PaddedWidth(columns);
        Values = zeros;
    }

    public int Rows { get; }

    public int Columns { get; }

    public int Stride { get; }

    public double[] Values { get; }

    /// <summary>A matrix of zeros in borrowed memory; return its values to <see cref="Scratch"/> when nobody reads them any more.</summary>
    public static RowMatrix Borrowed(int rows, int columns) => new(rows, columns, Scratch.Rent(checked(rows * PaddedWidth(columns))));

    public static int PaddedWidth(int columns) => (columns + 3) & ~3;

    /// <summary>One row without its padding.</summary>
    public Span<double> Row(int index) => Values.AsSpan(checked(index * Stride), Columns);

    /// <summary>One row with its padding.</summary>
    public Span<double> PaddedRow(int index) => Values.AsSpan(checked(index * Stride), Stride);

    public RowMatrix Transpose()
    {
        const int Tile = 16;
        var result = new RowMatrix(Columns, Rows);
        for (var r0 = 0; r0 < Rows; r0 += Tile)
        {
            for (var c0 = 0; c0 < Columns; c0 += Tile)
            {
                for (var r = r0; r < Math.Min(r0 + Tile, Rows); r++)
                {
                    for (var c = c0; c < Math.Min(c0 + Tile, Columns); c++)
                    {
                        result.Values[c * result.Stride + r] = Values[r * Stride + c];
                    }
                }
            }
        }

        return result;
    }

    /// <summary>Subtracts from every column its mean and returns the means.</summary>
    public double[] CentreColumns()
    {
        var means = new double[Stride];
        for (var row = 0; row < Rows; row++)
        {
            VectorKernels.Add(1, PaddedRow(row), means);
        }

        for (var column = 0; column < Columns; column++)
        {
            means[column] /= Rows;
        }

        for (var row = 0; row < Rows; row++)
        {
            VectorKernels.Add(-1, means, PaddedRow(row));
        }

        return means;
    }
}
