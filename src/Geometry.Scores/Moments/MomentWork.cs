namespace Geometry.Scores;

/// <summary>Buffers for one block of rows.</summary>
internal sealed class MomentWork(int columns)
{
    public RowMatrix Block { get; } = new(RunningMoments.BlockRows + 1, columns);

    public double[] Mean { get; } = new double[RowMatrix.PaddedWidth(columns)];

    public double[] Scales { get; } = new double[RunningMoments.BlockRows + 1];
}
