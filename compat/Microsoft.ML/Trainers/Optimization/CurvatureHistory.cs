using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>The last pairs of steps and gradient changes, and the inverse Hessian that they imply (two-loop recursion).</summary>
/// <param name="capacity">The number of pairs.</param>
/// <param name="diagonal">The shape of the Hessian before any pair is known; its size is found from the pairs.</param>
internal sealed class CurvatureHistory(int capacity, double[] diagonal)
{
    private readonly List<(double[] Step, double[] Change, double Product)> _pairs = [];

    public bool IsEmpty => _pairs.Count == 0;

    public void Clear() => _pairs.Clear();

    /// <summary>Keeps the pair unless its curvature is too small to trust.</summary>
    public void Add(double[] step, double[] change)
    {
        double product = TensorPrimitives.Dot<double>(step, change);
        double size = Size(change);
        if (capacity == 0 || !(product > 1e-12 * size) || size == 0) return;
        if (_pairs.Count == capacity) _pairs.RemoveAt(0);
        _pairs.Add((step, change, product));
    }

    /// <summary>Replaces <paramref name="vector"/> by its product with the approximate inverse Hessian.</summary>
    public void Apply(double[] vector)
    {
        if (IsEmpty)
        {
            TensorPrimitives.Divide(vector, diagonal, vector);
            return;
        }

        var alphas = new double[_pairs.Count];
        for (int i = _pairs.Count - 1; i >= 0; i--)
        {
            var (step, change, product) = _pairs[i];
            alphas[i] = TensorPrimitives.Dot<double>(step, vector) / product;
            TensorPrimitives.MultiplyAdd(change, -alphas[i], vector, vector);
        }

        var last = _pairs[^1];
        TensorPrimitives.Divide(vector, diagonal, vector);
        TensorPrimitives.Multiply(vector, last.Product / Size(last.Change), vector);
        for (int i = 0; i < _pairs.Count; i++)
        {
            var (step, change, product) = _pairs[i];
            double beta = TensorPrimitives.Dot<double>(change, vector) / product;
            TensorPrimitives.MultiplyAdd(step, alphas[i] - beta, vector, vector);
        }
    }

    private double Size(double[] change)
    {
        double sum = 0;
        for (int i = 0; i < change.Length; i++) sum += change[i] * change[i] / diagonal[i];
        return sum;
    }

    /// <summary>What the pairs say about the subspace of the coordinates that may move.</summary>
    public CurvatureHistory Restricted(bool[] free)
    {
        var result = new CurvatureHistory(capacity, diagonal);
        foreach (var (step, change, _) in _pairs) result.Add(Masked(step, free), Masked(change, free));
        return result;
    }

    private static double[] Masked(double[] vector, bool[] free)
    {
        var result = new double[vector.Length];
        for (int i = 0; i < result.Length; i++) result[i] = free[i] ? vector[i] : 0;
        return result;
    }
}
