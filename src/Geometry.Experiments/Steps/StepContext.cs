using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>What a step is built in.</summary>
/// <param name="ML">The context of the cell.</param>
/// <param name="CellSeed">The value of the variable <c>seed</c> in the cell: what networks start from unless the file says otherwise.</param>
/// <param name="PipelineSeed">The seed of the file: what scores split and sample by, so that all cells are scored alike.</param>
internal sealed record StepContext(MLContext ML, long CellSeed, long PipelineSeed);
