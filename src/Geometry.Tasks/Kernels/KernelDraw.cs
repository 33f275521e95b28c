using Geometry.Seeding;

namespace Geometry.Tasks;

/// <summary>Random targets and a factor of an input kernel with a wanted alignment.</summary>
internal sealed class KernelDraw
{
    // Squared distance, next to a mean squared norm of 1, below which two inputs differ by rounding only.
    private const double Negligible = 1e-20;
    private readonly int _conditions, _targets;
    private readonly double[][] _coordinates;

    private KernelDraw(float[] targets, int targetCount, IReadOnlyList<double[]> columns, double drawnAlignment)
    {
        (Targets, _targets, _conditions, DrawnAlignment) = (targets, targetCount, targets.Length / targetCount, drawnAlignment);

        // Mixed kernels have more columns than dimensions; coordinates along a basis of the rows have as many as the rank.
        double[][] rows = [.. Enumerable.Range(0, _conditions).Select(row => columns.Select(column => column[row]).ToArray())];
        List<double[]> basis = Orthonormal.Basis(rows);
        _coordinates = Array.ConvertAll(rows, row => basis.Select(direction => CentredKernel.Inner(row, direction)).ToArray());
    }

    /// <summary>Gets the targets, 0 or 1, row-major.</summary>
    public float[] Targets { get; }

    /// <summary>Gets the alignment that the input kernel had before it was mixed with another one.</summary>
    public double DrawnAlignment { get; }

    /// <summary>Gets the rank of the input kernel.</summary>
    public int Rank => _coordinates[0].Length;

    /// <summary>Draws targets and kernel.</summary>
    public static KernelDraw Create(int conditions, int targetCount, int rank, double? alignment, double spread, RandomStream stream)
    {
        float[] targets = DrawTargets(conditions, targetCount, stream.Fork("targets"));
        double[] constant = [.. Enumerable.Repeat(1 / Math.Sqrt(conditions), conditions)];
        double[][] target = TargetColumns(targets, targetCount), kernel = DrawColumns(conditions, rank, spread, [constant], stream.Fork("start"));
        double targetTarget = Inner(target, target), kernelTarget = Inner(kernel, target), kernelKernel = Inner(kernel, kernel);
        double drawn = kernelTarget / Math.Sqrt(kernelKernel * targetTarget);
        if (alignment is not { } wanted)
        {
            return new KernelDraw(targets, targetCount, kernel, drawn);
        }

        double[][] end = drawn < wanted ? target : DrawColumns(conditions, rank, spread, Orthonormal.Basis([constant, .. target]), stream.Fork("end"));
        double share = AlignmentSegment.ShareOfStart(kernelKernel, Inner(kernel, end), Inner(end, end), kernelTarget, Inner(end, target), targetTarget, wanted);
        return new KernelDraw(targets, targetCount, [.. Scaled(kernel, Math.Sqrt(share)), .. Scaled(end, Math.Sqrt(1 - share))], drawn);
    }

    /// <summary>Finds two conditions with the same input and different targets.</summary>
    public (int First, int Second)? FindConflict()
    {
        for (int first = 0; first < _conditions; first++)
        {
            for (int second = first + 1; second < _conditions; second++)
            {
                if (_coordinates[first].Zip(_coordinates[second], (a, b) => (a - b) * (a - b)).Sum() <= Negligible
                    && !TargetsOf(first).SequenceEqual(TargetsOf(second)))
                {
                    return (first, second);
                }
            }
        }

        return null;
    }

    /// <summary>Makes inputs with the kernel, of mean squared norm <paramref name="dimensions"/>.</summary>
    public double[] Embed(int dimensions, RandomStream stream) =>
        Orthonormal.Embed([.. _coordinates.SelectMany(row => row)], Rank, dimensions, Math.Sqrt(dimensions), stream);

    private ReadOnlySpan<float> TargetsOf(int condition) => Targets.AsSpan(condition * _targets, _targets);

    // Columns of a kernel of trace m.
    private static double[][] DrawColumns(int conditions, int rank, double spread, IReadOnlyList<double[]> orthogonalTo, RandomStream stream)
    {
        double[][] eigenvectors = Orthonormal.Draw(rank, conditions, stream.Fork("eigenvectors"), orthogonalTo);
        double[] shares = Dirichlet.Draw(rank, spread, stream.Fork("eigenvalues"));
        return [.. eigenvectors.Zip(shares, (vector, share) => Array.ConvertAll(vector, value => value * Math.Sqrt(conditions * share)))];
    }

    private static double[][] TargetColumns(float[] targets, int targetCount)
    {
        double[][] columns =
        [
            .. Enumerable.Range(0, targetCount).Select(target =>
            {
                double[] column = [.. targets.Where((_, index) => index % targetCount == target).Select(value => (double)value)];
                Centring.Apply(column, 1);
                return column;
            }),
        ];
        return Scaled(columns, Math.Sqrt(targets.Length / targetCount / columns.Sum(column => CentredKernel.Inner(column, column))));
    }

    private static float[] DrawTargets(int conditions, int targetCount, RandomStream stream)
    {
        HashSet<string> known = [];
        List<bool[]> sides = [];
        while (sides.Count < targetCount)
        {
            bool[] side = new bool[conditions];
            foreach (int member in stream.Permutation(conditions).Take(conditions / 2))
            {
                side[member] = true;
            }

            // The same division has the same text, whichever side is called 1.
            if (known.Add(string.Concat(side.Select(member => member == side[0] ? '0' : '1'))))
            {
                sides.Add(side);
            }
        }

        return [.. Enumerable.Range(0, conditions).SelectMany(condition => sides.Select(side => side[condition] ? 1f : 0f))];
    }

    private static double[][] Scaled(double[][] columns, double factor) =>
        factor == 0 ? [] : Array.ConvertAll(columns, column => Array.ConvertAll(column, value => factor * value));

    // The inner product of two kernels by their columns.
    private static double Inner(double[][] first, double[][] second) => first.Sum(a => second.Sum(b => Math.Pow(CentredKernel.Inner(a, b), 2)));
}
