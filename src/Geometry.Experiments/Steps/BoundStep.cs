using Microsoft.ML.Data;

namespace Geometry.Experiments;

/// <summary>A step with the values of its parameters.</summary>
/// <param name="Definition">The step.</param>
/// <param name="Arguments">The values.</param>
/// <param name="Scope">For which uses of the fitted chain the step's transformers are kept.</param>
internal sealed record BoundStep(StepDefinition Definition, Arguments Arguments, TransformerScope Scope);
