namespace Geometry.Scores;

/// <summary>The noise of rows that are at hand.</summary>
internal sealed class RowNoise(Representation representation, ConditionLabels conditions, RowMatrix conditionMeans) : INoiseScatter
{
    private readonly double[] _means = (double[])conditionMeans.Values.Clone();

    public double[] Traces() => MeanOf(deviation => VectorKernels.Dot(deviation, deviation));

    public double[] Along(RowMatrix directions) => MeanOf(deviation =>
    {
        double sum = 0;
        for (var k = 0; k < directions.Rows; k++)
        {
            var projection = VectorKernels.Dot(deviation, directions.PaddedRow(k));
            sum += projection * projection;
        }

        return sum;
    });

    private double[] MeanOf(Func<ReadOnlySpan<double>, double> form)
    {
        var result = new double[conditions.Count];
        var stride = conditionMeans.Stride;
        var deviation = new double[stride];
        for (var row = 0; row < representation.Rows; row++)
        {
            var c = conditions.Codes[row];
            VectorKernels.Widen(representation.Row(row), deviation);
            VectorKernels.Add(-1, _means.AsSpan(c * stride, stride), deviation);
            result[c] += form(deviation) / conditions.RowsOf[c];
        }

        return result;
    }
}
