using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>The loss, the targets in the form that it takes, and the count of correct outputs.</summary>
internal sealed class TrainingObjective
{
    private readonly TrainingTargets _targets;
    private readonly MlpLoss _loss;
    private readonly Tensor _values;
    private float[] _outputs = [];

    public TrainingObjective(TrainingTargets targets, MlpLoss loss)
    {
        _targets = targets;
        _loss = loss;
        _values = targets.Kind == TargetKind.Classes
            ? tensor(Array.ConvertAll(targets.ClassIndices.ToArray(), value => (long)value))
            : TensorMemory.FromSpan(targets.Values.Span, targets.Rows, targets.Columns);
        if (targets.Kind == TargetKind.Binary && loss == MlpLoss.MeanSquaredError)
        {
            _values = (_values * 2d) - 1d;
        }
    }

    /// <summary>Gives the targets of the selected rows (null: of all).</summary>
    public Tensor Targets(Tensor? selection) => selection is null ? _values : _values.index_select(0, selection);

    /// <summary>Computes the mean loss, a scalar.</summary>
    public Tensor Loss(Tensor outputs, Tensor targets) => _loss switch
    {
        MlpLoss.BinaryCrossEntropy => nn.functional.binary_cross_entropy_with_logits(outputs, targets),
        MlpLoss.CrossEntropy => nn.functional.cross_entropy(outputs, targets),
        _ => nn.functional.mse_loss(outputs, targets),
    };

    /// <summary>Counts the outputs (of all columns) that are on the side of their target, or the rows whose largest output is their class.</summary>
    public long CountCorrect(Tensor outputs, ReadOnlySpan<long> rows)
    {
        if (_targets.Kind == TargetKind.Real)
        {
            return 0;
        }

        int columns = _targets.Columns;
        if (_outputs.Length != rows.Length * columns)
        {
            _outputs = new float[rows.Length * columns];
        }

        TensorMemory.CopyTo(outputs, _outputs);
        return _targets.Kind == TargetKind.Binary ? CountSides(rows, columns) : CountClasses(rows, columns);
    }

    /// <summary>Turns a count over all rows into a fraction; null for real targets.</summary>
    public double? Accuracy(long correct) => _targets.Kind switch
    {
        TargetKind.Binary => correct / ((double)_targets.Rows * _targets.Columns),
        TargetKind.Classes => correct / (double)_targets.Rows,
        _ => null,
    };

    private long CountSides(ReadOnlySpan<long> rows, int columns)
    {
        ReadOnlySpan<float> targets = _targets.Values.Span;
        long correct = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int column = 0; column < columns; column++)
            {
                bool isPositive = targets[((int)rows[i] * columns) + column] > 0;
                correct += _outputs[(i * columns) + column] > 0 == isPositive ? 1 : 0;
            }
        }

        return correct;
    }

    private long CountClasses(ReadOnlySpan<long> rows, int columns)
    {
        ReadOnlySpan<int> classes = _targets.ClassIndices.Span;
        long correct = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<float> output = _outputs.AsSpan(i * columns, columns);
            correct += System.Numerics.Tensors.TensorPrimitives.IndexOfMax(output) == classes[(int)rows[i]] ? 1 : 0;
        }

        return correct;
    }
}
