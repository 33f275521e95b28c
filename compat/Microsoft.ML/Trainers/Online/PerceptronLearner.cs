using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>Steps against the gradient of a loss on each row; the mean of the models after each row is the result.</summary>
internal sealed class PerceptronLearner(double[] weights, double bias, AveragedLinearOptions options, IScalarLoss loss)
    : OnlineLearner(weights, bias)
{
    private readonly double[] _weightSum = new double[weights.Length];
    private double _biasSum;
    private long _seen;
    private long _unsummed;

    public override void See(RowBlock block, int row)
    {
        double push = -loss.Derivative((float)Score(block, row), block.Labels[row]) * block.Weights[row];
        if (push != 0)
        {
            Sum();
            double rate = options.DecreaseLearningRate ? options.LearningRate / Math.Sqrt(_seen + 1) : options.LearningRate;
            if (options.L2Regularization > 0)
                TensorPrimitives.Multiply(Weights, 1 - 2 * rate * options.L2Regularization, Weights);
            block.AddTo(row, rate * push, Weights);
            Bias += rate * push;
        }

        _seen++;
        _unsummed++;
    }

    public override LinearBinaryModelParameters ToModel()
    {
        if (!options.Averaged) return base.ToModel();
        Sum();
        return new([.. _weightSum.Select(w => (float)(w / _seen))], (float)(_biasSum / _seen));
    }

    // Rows that change nothing repeat the model; they are added to its sum at once, when it is about to change.
    private void Sum()
    {
        if (_unsummed == 0) return;
        TensorPrimitives.MultiplyAdd(Weights, (double)_unsummed, _weightSum, _weightSum);
        _biasSum += _unsummed * Bias;
        _unsummed = 0;
    }
}
