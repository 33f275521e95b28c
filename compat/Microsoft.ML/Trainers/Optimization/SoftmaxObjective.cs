using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The weighted mean cross entropy of a softmax over linear scores, plus the L2 penalty divided by the total weight.
/// Parameters: the biases of all classes, then the weights of each class in turn.
/// </summary>
internal sealed class SoftmaxObjective(TrainingRows rows, int classes, double l2, int? threads) : IDifferentiableObjective
{
    private readonly double[][] _gradients = [.. Enumerable.Range(0, rows.Parts).Select(_ => new double[classes * (rows.FeatureCount + 1)])];
    private readonly double[] _losses = new double[rows.Parts];

    public int Dimension => classes * (rows.FeatureCount + 1);

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

        ReadOnlySpan<double> weights = point.AsSpan(classes);
        loss += l2 / 2 * TensorPrimitives.Dot(weights, weights);
        TensorPrimitives.MultiplyAdd(weights, l2, gradient.AsSpan(classes), gradient.AsSpan(classes));
        TensorPrimitives.Divide(gradient, rows.TotalWeight, gradient);
        return loss / rows.TotalWeight;
    }

    public double[] Curvature()
    {
        double[] features = [.. rows.MeanSquares().Select(s => s / 4 + l2 / rows.TotalWeight)];
        return [.. Enumerable.Repeat(0.25, classes), .. Enumerable.Repeat(features, classes).SelectMany(f => f)];
    }

    private double Accumulate(RowBlock block, double[] point, double[] gradient)
    {
        int width = rows.FeatureCount;
        var scores = new double[classes];
        double loss = 0;
        for (int row = 0; row < block.Count; row++)
        {
            for (int c = 0; c < classes; c++) scores[c] = point[c] + block.Dot(row, point.AsSpan(classes + c * width, width));
            double largest = TensorPrimitives.Max<double>(scores);
            double total = 0;
            for (int c = 0; c < classes; c++) total += Math.Exp(scores[c] - largest);

            int label = (int)block.Labels[row];
            loss += block.Weights[row] * (largest + Math.Log(total) - scores[label]);
            for (int c = 0; c < classes; c++)
            {
                double scale = block.Weights[row] * (Math.Exp(scores[c] - largest) / total - (c == label ? 1 : 0));
                gradient[c] += scale;
                block.AddTo(row, scale, gradient.AsSpan(classes + c * width, width));
            }
        }

        return loss;
    }
}
