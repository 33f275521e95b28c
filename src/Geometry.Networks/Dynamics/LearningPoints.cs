namespace Geometry.Networks;

/// <summary>The noise-free conditions that weights are driven by: m inputs and, for each of q binary outputs, which class each belongs to.</summary>
public sealed class LearningPoints
{
    private readonly double[] _gram, _errors;

    /// <summary>Makes the points. The memory is copied.</summary>
    /// <param name="inputs">The inputs, m x dimensions, row-major, all finite.</param>
    /// <param name="dimensions">The number of features; at least 1.</param>
    /// <param name="targets">The targets, 0 or 1, m x q, row-major; each output has both classes.</param>
    /// <param name="targetCount">The number of outputs q, from 1 to 16. Default: 1.</param>
    /// <exception cref="ArgumentException">A number is out of range, the lengths do not fit, or an output has one class only.</exception>
    public LearningPoints(ReadOnlyMemory<double> inputs, int dimensions, ReadOnlyMemory<float> targets, int targetCount = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(targetCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(targetCount, 16);
        Count = inputs.Length / dimensions;
        if (Count < 2 || inputs.Length != Count * dimensions || targets.Length != Count * targetCount)
        {
            throw new ArgumentException(
                $"{inputs.Length} input values of {dimensions} dimensions and {targets.Length} target values of {targetCount} outputs do not make the same "
                + "number of conditions, at least two.");
        }

        if (!inputs.ToArray().All(double.IsFinite))
        {
            throw new ArgumentException("An input is NaN or infinite. Replace or drop missing values.", nameof(inputs));
        }

        Dimensions = dimensions;
        TargetCount = targetCount;
        Inputs = inputs.ToArray();
        Targets = targets.ToArray();
        _gram = Multiply(Inputs.Span, Count, dimensions);
        _errors = FrozenErrors(Targets.Span, Count, targetCount);
    }

    /// <summary>Gets the number of conditions, m.</summary>
    public int Count { get; }

    /// <summary>Gets the number of features, D.</summary>
    public int Dimensions { get; }

    /// <summary>Gets the number of outputs, q.</summary>
    public int TargetCount { get; }

    /// <summary>Gets the inputs, m x D, row-major.</summary>
    public ReadOnlyMemory<double> Inputs { get; }

    /// <summary>Gets the targets, 0 or 1, m x q, row-major.</summary>
    public ReadOnlyMemory<float> Targets { get; }

    /// <summary>Gets the inner products of the inputs, G = X X', m x m, row-major.</summary>
    public ReadOnlyMemory<double> Gram => _gram;

    /// <summary>Gets the frozen errors, target minus its mean over the conditions, m x q, row-major: +-1/2 for balanced classes.</summary>
    public ReadOnlyMemory<double> Errors => _errors;

    /// <summary>Gives the conditions of one class.</summary>
    /// <param name="target">The output, from 0.</param>
    /// <param name="isPositive">Whether the class is that of target 1.</param>
    /// <returns>The conditions in their order.</returns>
    public IReadOnlyList<int> Class(int target, bool isPositive)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(target);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(target, TargetCount);
        return [.. Enumerable.Range(0, Count).Where(condition => (Targets.Span[(condition * TargetCount) + target] > 0) == isPositive)];
    }

    /// <summary>Gets the root of the mean squared norm of the inputs.</summary>
    public double RootMeanSquareNorm => Math.Sqrt(Enumerable.Range(0, Count).Average(i => _gram[(i * Count) + i]));

    private static double[] Multiply(ReadOnlySpan<double> inputs, int count, int width)
    {
        double[] gram = new double[count * count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = 0;
                for (int k = 0; k < width; k++)
                {
                    sum += inputs[(i * width) + k] * inputs[(j * width) + k];
                }

                gram[(i * count) + j] = gram[(j * count) + i] = sum;
            }
        }

        return gram;
    }

    private static double[] FrozenErrors(ReadOnlySpan<float> targets, int count, int columns)
    {
        double[] errors = new double[count * columns];
        for (int column = 0; column < columns; column++)
        {
            int positive = 0;
            for (int i = 0; i < count; i++)
            {
                float target = targets[(i * columns) + column];
                if (target is not (0 or 1))
                {
                    throw new ArgumentException(FormattableString.Invariant(
                        $"The target of condition {i}, output {column} is {target}; it must be 0 or 1."));
                }

                positive += (int)target;
            }

            if (positive == 0 || positive == count)
            {
                throw new ArgumentException($"Output {column} has the same target in all {count} conditions, so that there is nothing to learn.");
            }

            for (int i = 0; i < count; i++)
            {
                errors[(i * columns) + column] = targets[(i * columns) + column] - (positive / (double)count);
            }
        }

        return errors;
    }
}
