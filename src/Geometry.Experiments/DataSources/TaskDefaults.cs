namespace Geometry.Experiments;

/// <summary>What a task is made with besides the fields of its own.</summary>
/// <param name="Seed">The seed of its conditions where the file gives none.</param>
/// <param name="Noise">A noise in place of the file's, or null.</param>
internal sealed record TaskDefaults(long Seed, double? Noise);
