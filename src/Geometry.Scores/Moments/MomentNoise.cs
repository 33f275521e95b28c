namespace Geometry.Scores;

/// <summary>The noise of rows of which the moments of each condition are known.</summary>
internal sealed class MomentNoise(RunningMoments[] groups) : INoiseScatter
{
    public double[] Traces() => Array.ConvertAll(groups, group => group.Trace(0) / group.Count);

    public double[] Along(RowMatrix directions) => Array.ConvertAll(groups, group =>
    {
        double sum = 0;
        for (var k = 0; k < directions.Rows; k++)
        {
            var direction = directions.Row(k);
            for (var i = 0; i < direction.Length; i++)
            {
                // Only the upper triangle is known; what is off the diagonal counts twice.
                var row = group.Scatter.AsSpan(i * group.Stride, group.Stride);
                var above = row[i] * direction[i] / 2;
                for (var j = i + 1; j < direction.Length; j++)
                {
                    above += row[j] * direction[j];
                }

                sum += 2 * direction[i] * above;
            }
        }

        return sum / group.Count;
    });
}
