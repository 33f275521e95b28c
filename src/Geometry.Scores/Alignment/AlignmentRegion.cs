namespace Geometry.Scores;

/// <summary>
/// Alignment with input and target, and what they can be. The angles arccos A between kernels obey the triangle inequality, so the alignment
/// of input and target (the skew of the task) bounds the one alignment, given the other.
/// </summary>
/// <param name="Input">Alignment of the representation with the input.</param>
/// <param name="Target">Alignment of the representation with the target.</param>
/// <param name="Skew">Alignment of input and target.</param>
/// <param name="TargetCeiling">
/// The largest alignment with the target that goes with the input's: c a + sqrt((1 - c^2)(1 - a^2)) for skew c and input alignment a, or 1
/// where a is below c.
/// </param>
/// <param name="TargetLeast">The smallest alignment with the target that goes with the input's: the cosine of the sum of both angles, at least 0.</param>
/// <param name="TargetFloor">
/// The centred alignment with the target that n equidistant points have, sqrt(PR / (n - 1)) with PR the participation ratio of the target: what a
/// representation without structure gives, well above 0 for few points.
/// </param>
public sealed record AlignmentRegion(
    ScoreEntry Input, ScoreEntry Target, ScoreValue Skew, ScoreValue TargetCeiling, ScoreValue TargetLeast, ScoreValue TargetFloor);
