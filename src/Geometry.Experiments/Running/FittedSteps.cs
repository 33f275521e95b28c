using Geometry.MLNet;
using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>What the cells of a group share.</summary>
/// <param name="InputSchema">The schema of the rows before the shared steps.</param>
/// <param name="Served">The shared steps, as far as they are part of a model to serve.</param>
/// <param name="Train">The training rows behind the shared steps.</param>
/// <param name="Test">The test rows behind the shared steps.</param>
/// <param name="Rows">The training rows as the first network of the cells reads them; null where there is no network.</param>
internal sealed record FittedSteps(DataViewSchema InputSchema, IReadOnlyList<ITransformer> Served, IDataView Train, IDataView Test, TrainingRows? Rows);
