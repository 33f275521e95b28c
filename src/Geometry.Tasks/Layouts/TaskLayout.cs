namespace Geometry.Tasks;

/// <summary>The conditions of a task: what they are called, what they look like and what they ask for.</summary>
/// <param name="ConditionNames">The name of each of the m conditions.</param>
/// <param name="LatentNames">The name of each latent binary variable; empty where the conditions are not made of any.</param>
/// <param name="TargetNames">The name of each of the q targets.</param>
/// <param name="Latents">The latent variables of each condition, m x latents, row-major.</param>
/// <param name="Means">The noise-free input of each condition, m x dimensions, row-major; rows of a sample have it in single precision.</param>
/// <param name="Targets">The targets of each condition, 0 or 1, m x q, row-major.</param>
public sealed record TaskLayout(
    IReadOnlyList<string> ConditionNames,
    IReadOnlyList<string> LatentNames,
    IReadOnlyList<string> TargetNames,
    ReadOnlyMemory<bool> Latents,
    ReadOnlyMemory<double> Means,
    ReadOnlyMemory<float> Targets);
