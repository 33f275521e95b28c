namespace Geometry.MLNet;

/// <summary>What a score will read of a view.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="WithTarget">Whether it reads the target.</param>
/// <param name="MostBytes">The most memory for its columns of numbers and those of other scores together.</param>
internal sealed record PassRequest(ScoreColumns Columns, bool WithTarget, long MostBytes)
{
    /// <summary>Whether another score reads the same conditions and target, so that the same rows serve both.</summary>
    public bool HasRowsOf(PassRequest other) =>
        Columns.Conditions.SequenceEqual(other.Columns.Conditions) && TargetRead == other.TargetRead;

    private string? TargetRead => WithTarget ? Columns.Target : null;
}
