namespace Geometry.Scores;

/// <summary>Buffers for one block of rows.</summary>
internal sealed class MomentWork(int stride)
{
    public RowMatrix Block { get; } = new(RunningMoments.BlockRows + 1, stride);

    public double[] Mean { get; } = new double[stride];

    public double[] Scales { get; } = new double[RunningMoments.BlockRows + 1];
}
