namespace Geometry.Scores;

/// <summary>
/// One side of an alignment: a matrix Z with its kernel K = Z Z^T, which is formed only when that is cheaper than working with features.
/// What is found for one comparison is kept for the next.
/// </summary>
internal sealed class KernelSide(RowMatrix features, bool? preferKernel = null)
{
    private readonly bool _useKernel = preferKernel ?? features.Rows < features.Columns;
    private RowMatrix? _kernel;
    private double? _square;

    public RowMatrix Features { get; } = features;

    /// <summary>&lt;K, K&gt;.</summary>
    public double Square => _square ??= _useKernel ? SquareOf(Kernel.Values) : SquareOfGram();

    private RowMatrix Kernel => _kernel ??= FormKernel();

    /// <summary>&lt;K, L&gt;, which is |Z^T U|^2: from both kernels when both sides use theirs, otherwise from features.</summary>
    public double Product(KernelSide other)
    {
        if (_useKernel && other._useKernel)
        {
            return VectorKernels.Dot(Kernel.Values, other.Kernel.Values);
        }

        return SquareOf(ParallelProducts.Product(Features, other.Features).Values);
    }

    private static double SquareOf(double[] values) => VectorKernels.Dot(values, values);

    private RowMatrix FormKernel()
    {
        var transposed = Features.Transpose();
        return ParallelProducts.Product(transposed, transposed);
    }

    private double SquareOfGram()
    {
        var (gram, stride) = (ParallelProducts.Symmetric(Features).Values, Features.Stride);
        double diagonal = 0;
        double above = 0;
        for (var i = 0; i < Features.Columns; i++)
        {
            diagonal += gram[i * stride + i] * gram[i * stride + i];
            for (var j = i + 1; j < Features.Columns; j++)
            {
                above += gram[i * stride + j] * gram[i * stride + j];
            }
        }

        return diagonal + 2 * above;
    }
}
