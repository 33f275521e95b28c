using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>
/// Stochastic subgradient steps on the hinge loss with an L2 penalty (Pegasos, Shalev-Shwartz and others 2007). Step t has
/// length 1 / (1 + lambda t): the paper's 1 / (lambda t) begins with huge steps, which an unpenalised bias never gets over.
/// </summary>
internal sealed class PegasosLearner(double[] weights, double bias, LinearSvmTrainer.Options options)
    : OnlineLearner(weights, bias)
{
    private readonly double[] _update = new double[weights.Length];
    private double _biasUpdate;
    private int _inBatch;
    private long _steps;

    public override void See(RowBlock block, int row)
    {
        double side = block.Labels[row] > 0 ? 1 : -1;
        if (side * Score(block, row) < 1)
        {
            block.AddTo(row, side * block.Weights[row], _update);
            _biasUpdate += side * block.Weights[row];
        }

        if (++_inBatch == options.BatchSize) Step();
    }

    public override void EndPass()
    {
        if (_inBatch > 0) Step();
    }

    private void Step()
    {
        double rate = 1 / (1 + options.Lambda * ++_steps);
        TensorPrimitives.Multiply(Weights, 1 - rate * options.Lambda, Weights);
        TensorPrimitives.MultiplyAdd(_update, rate / _inBatch, Weights, Weights);
        if (!options.NoBias) Bias += rate / _inBatch * _biasUpdate;
        if (options.PerformProjection)
        {
            double norm = TensorPrimitives.Norm<double>(Weights), radius = 1 / Math.Sqrt(options.Lambda);
            if (norm > radius) TensorPrimitives.Multiply(Weights, radius / norm, Weights);
        }

        Array.Clear(_update);
        _biasUpdate = 0;
        _inBatch = 0;
    }
}
