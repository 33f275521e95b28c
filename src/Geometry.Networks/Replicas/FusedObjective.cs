using System.Runtime.Intrinsics;

namespace Geometry.Networks;

/// <summary>The losses of a block of rows, their derivatives by the outputs, and the count of correct outputs.</summary>
internal sealed unsafe class FusedObjective : IDisposable
{
    private readonly TargetKind _kind;
    private readonly MlpLoss _loss;
    private readonly int _columns, _rows;
    private readonly float[] _values;
    private readonly int[] _classes;
    private readonly PinnedMemory _memory;
    private readonly float* _targets, _classScores;

    public FusedObjective(TrainingTargets targets, MlpLoss loss, int blockRows)
    {
        _kind = targets.Kind;
        _loss = loss;
        _columns = targets.Columns;
        _rows = targets.Rows;
        _values = targets.Values.ToArray();
        _classes = targets.ClassIndices.ToArray();
        if (_kind == TargetKind.Binary && loss == MlpLoss.MeanSquaredError)
        {
            _values = Array.ConvertAll(_values, value => (2 * value) - 1);
        }

        int block = VectorWidths.Pad(blockRows * _columns), scores = VectorWidths.Pad(_columns);
        _memory = new PinnedMemory(block, block, block, scores);
        Outputs = _memory.Take(block);
        Deltas = _memory.Take(block);
        _targets = _memory.Take(block);
        _classScores = _memory.Take(scores);
    }

    /// <summary>Where the network writes the outputs of a block, rows x outputs.</summary>
    public float* Outputs { get; }

    /// <summary>Where the derivatives by the outputs are.</summary>
    public float* Deltas { get; }

    /// <summary>The correct outputs so far.</summary>
    public long Correct { get; set; }

    /// <summary>Turns the outputs of rows into derivatives.</summary>
    /// <param name="rows">Which rows of the data the outputs are for.</param>
    /// <param name="stepRows">The number of rows over which the step takes the mean.</param>
    /// <returns>The sum of the losses, over the rows and outputs.</returns>
    public double Evaluate(ReadOnlySpan<int> rows, int stepRows)
    {
        if (_loss == MlpLoss.CrossEntropy)
        {
            return CrossEntropy(rows, 1f / stepRows);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            _values.AsSpan(rows[i] * _columns, _columns).CopyTo(new Span<float>(_targets + (i * _columns), _columns));
        }

        return Elementwise(rows.Length * _columns, 1f / ((float)stepRows * _columns));
    }

    /// <summary>Turns a sum of losses over all rows of a step into the mean.</summary>
    public double Mean(double sum, int stepRows) => sum / (_loss == MlpLoss.CrossEntropy ? stepRows : (double)stepRows * _columns);

    /// <summary>Gives the fraction of correct outputs over an epoch; null for real targets.</summary>
    public double? Accuracy() => _kind switch
    {
        TargetKind.Binary => Correct / ((double)_rows * _columns),
        TargetKind.Classes => Correct / (double)_rows,
        _ => null,
    };

    public void Dispose() => _memory.Dispose();

    private double Elementwise(int count, float scale)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        for (int i = 0; i < count; i += Vector256<float>.Count)
        {
            // What lies beyond the last element is left over from other blocks.
            Vector256<float> present = Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count - i)).AsSingle();
            Vector256<float> output = Vector256.Load(Outputs + i), target = Vector256.Load(_targets + i);
            Vector256<float> loss = _loss == MlpLoss.BinaryCrossEntropy
                ? Logistic(output, target, out Vector256<float> slope)
                : Squared(output, target, out slope);
            (slope * scale).Store(Deltas + i);
            loss = Vector256.BitwiseAnd(loss, present);
            sum += Vector256.WidenLower(loss) + Vector256.WidenUpper(loss);
            Vector256<float> wrong = Vector256.Xor(
                Vector256.GreaterThan(output, Vector256<float>.Zero), Vector256.GreaterThan(target, Vector256<float>.Zero));
            Correct += System.Numerics.BitOperations.PopCount(Vector256.AndNot(present, wrong).ExtractMostSignificantBits());
        }

        return sum[0] + sum[1] + sum[2] + sum[3];
    }

    // max(x, 0) - x y + ln(1 + exp(-|x|)), which neither overflows nor cancels.
    private static Vector256<float> Logistic(Vector256<float> x, Vector256<float> y, out Vector256<float> slope)
    {
        Vector256<float> u = VectorMath.Exp(-Vector256.Abs(x)), inverse = Vector256<float>.One / (Vector256<float>.One + u);
        slope = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(x, Vector256<float>.Zero), inverse, u * inverse) - y;
        return VectorMath.AtLeast(x, Vector256<float>.Zero) - (x * y) + VectorMath.LogOnePlus(u);
    }

    private static Vector256<float> Squared(Vector256<float> x, Vector256<float> y, out Vector256<float> slope)
    {
        Vector256<float> difference = x - y;
        slope = difference + difference;
        return difference * difference;
    }

    private double CrossEntropy(ReadOnlySpan<int> rows, float scale)
    {
        int padded = VectorWidths.Pad(_columns);
        Span<float> scores = new(_classScores, padded);
        double sum = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<float> output = new(Outputs + (i * _columns), _columns);
            int target = _classes[rows[i]], best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax(output);
            Correct += best == target ? 1 : 0;
            float largest = output[best];
            scores.Fill(float.NegativeInfinity);
            for (int j = 0; j < output.Length; j++)
            {
                scores[j] = output[j] - largest;
            }

            Vector256<float> total = Vector256<float>.Zero;
            float targetScore = scores[target];
            for (int j = 0; j < padded; j += Vector256<float>.Count)
            {
                Vector256<float> exponential = VectorMath.Exp(Vector256.Load(_classScores + j));
                exponential.Store(_classScores + j);
                total += exponential;
            }

            float denominator = VectorMath.Sum(total), factor = scale / denominator;
            sum += Math.Log(denominator) - targetScore;
            for (int j = 0; j < output.Length; j++)
            {
                Deltas[(i * _columns) + j] = (scores[j] * factor) - (j == target ? scale : 0);
            }
        }

        return sum;
    }
}
