using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.Experiments;

/// <summary>Turns the schema of a view into the shape that estimators promise their columns from.</summary>
internal static class SchemaShapes
{
    /// <summary>Gives the shape, annotations included. Composing a loader with an empty chain is the public way to it.</summary>
    public static SchemaShape Of(DataViewSchema schema) => new SchemaLoader(schema).Append(new EstimatorChain<ITransformer>()).GetOutputSchema();

    private sealed class SchemaLoader(DataViewSchema schema) : IDataLoader<object>
    {
        public DataViewSchema GetOutputSchema() => schema;

        public IDataView Load(object input) => throw new NotSupportedException("Only the schema of this loader is of use.");

        public void Save(ModelSaveContext ctx) => throw new NotSupportedException("Only the schema of this loader is of use.");
    }
}
