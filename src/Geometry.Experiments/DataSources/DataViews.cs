using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>The rows of an experiment.</summary>
/// <param name="Train">The rows that the chain is fitted on.</param>
/// <param name="Test">The rows that are scored.</param>
internal sealed record DataViews(IDataView Train, IDataView Test);
