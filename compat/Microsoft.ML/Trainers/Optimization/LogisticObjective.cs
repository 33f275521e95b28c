using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The weighted mean of log(1 + exp(-y (b + w.x))) plus the L2 penalty divided by the total weight. Parameters: b, then w.
/// </summary>
internal sealed class LogisticObjective(TrainingRows rows, double l2, int? threads) : IDifferentiableObjective
{
    private readonly double[][] _gradients = [.. Enumerable.Range(0, rows.Parts).Select(_ => new double[rows.FeatureCount + 1])];
    private readonly double[] _losses = new double[rows.Parts];

    public int Dimension => rows.FeatureCount + 1;

    public double Evaluate(double[] point, double[] gradient)
    {
        Array.Clear(_losses);
        foreach (double[] part in _gradients) Array.Clear(part);
        rows.ForEachPart(threads, (part, block) => _losses[part] += Accumulate(block, point, _gradients[part]));

        Array.Clear(gradient);
        double loss = 0;
        for (int part = 0; part < _gradients.Length; part++)
        {
            loss += _losses[part];
            TensorPrimitives.Add<double>(gradient, _gradients[part], gradient);
        }

        ReadOnlySpan<double> weights = point.AsSpan(1);
        loss += l2 / 2 * TensorPrimitives.Dot(weights, weights);
        TensorPrimitives.MultiplyAdd(weights, l2, gradient.AsSpan(1), gradient.AsSpan(1));
        TensorPrimitives.Divide(gradient, rows.TotalWeight, gradient);
        return loss / rows.TotalWeight;
    }

    public double[] Curvature() => [0.25, .. rows.MeanSquares().Select(s => s / 4 + l2 / rows.TotalWeight)];

    private static double Accumulate(RowBlock block, double[] point, double[] gradient)
    {
        ReadOnlySpan<double> weights = point.AsSpan(1);
        double loss = 0;
        for (int row = 0; row < block.Count; row++)
        {
            double side = block.Labels[row] > 0 ? 1 : -1;
            double margin = side * (point[0] + block.Dot(row, weights));
            double decay = Math.Exp(-Math.Abs(margin));
            loss += block.Weights[row] * (Math.Max(-margin, 0) + Math.Log(1 + decay));
            double wrong = margin > 0 ? decay / (1 + decay) : 1 / (1 + decay);
            double scale = -side * wrong * block.Weights[row];
            gradient[0] += scale;
            block.AddTo(row, scale, gradient.AsSpan(1));
        }

        return loss;
    }
}
