using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>What a score is computed from.</summary>
/// <param name="Embedding">The responses.</param>
/// <param name="Inputs">The inputs, or null.</param>
/// <param name="Values">The target, where it is real numbers; else null.</param>
/// <param name="Conditions">The condition of each row.</param>
/// <param name="Targets">What the target makes of the conditions.</param>
internal sealed record ScoreInput(Representation Embedding, Representation? Inputs, Representation? Values, ConditionLabels Conditions, ScoreTargets Targets);
