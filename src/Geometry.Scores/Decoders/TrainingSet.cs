namespace Geometry.Scores;

/// <summary>The rows that decoders are trained on, as the blocks (contiguous ranges of rows) that take part, in ascending order.</summary>
internal sealed record TrainingSet(int[] Blocks);
