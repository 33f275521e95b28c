using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>What the run of a pipeline gave.</summary>
/// <param name="Result">The scores.</param>
/// <param name="Folder">The full path of the folder that they were written to.</param>
/// <param name="Kept">How many cells were there from an earlier run.</param>
/// <param name="Models">The full path of the folder of the models; null where none were kept.</param>
internal sealed record PipelineOutcome(ExperimentResult Result, string Folder, int Kept, string? Models);
