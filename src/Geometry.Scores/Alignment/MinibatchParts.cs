using Geometry.Seeding;

namespace Geometry.Scores;

/// <summary>A matrix cut into batches of rows, with what the unbiased criterion needs of each batch.</summary>
internal sealed class MinibatchParts
{
    private readonly (KernelSide Kernel, double[] Diagonal, double[] Sums)[] _batches;

    public MinibatchParts(RowMatrix matrix, AlignmentOptions options)
    {
        var order = new RandomStream(options.Seed, StreamNames.Split).Fork("batches").Permutation(matrix.Rows);
        var count = Math.Max(1, matrix.Rows / options.BatchSize);
        _batches = new (KernelSide, double[], double[])[count];
        for (var batch = 0; batch < count; batch++)
        {
            var (first, end) = ((int)((long)matrix.Rows * batch / count), (int)((long)matrix.Rows * (batch + 1) / count));
            var part = new RowMatrix(end - first, matrix.Columns);
            for (var row = first; row < end; row++)
            {
                matrix.PaddedRow(order[row]).CopyTo(part.PaddedRow(row - first));
            }

            part.CentreColumns();
            var (diagonal, sums) = AlignmentSide.DiagonalAndRowSums(part);
            _batches[batch] = (new KernelSide(part), diagonal, sums);
        }

        Own = Sum(this);
    }

    /// <summary>The sum over batches of the criterion of the matrix with itself.</summary>
    public double Own { get; }

    /// <summary>The sum over batches of the criterion of two matrices.</summary>
    public double Sum(MinibatchParts other)
    {
        double sum = 0;
        for (var batch = 0; batch < _batches.Length; batch++)
        {
            var (z, u) = (_batches[batch], other._batches[batch]);
            double n = z.Diagonal.Length;
            var product = ReferenceEquals(this, other) ? z.Kernel.Square : z.Kernel.Product(u.Kernel);
            sum += AlignmentFormula.Unbiased(product, z.Diagonal, z.Sums, u.Diagonal, u.Sums) / (n * (n - 3));
        }

        return sum;
    }
}
