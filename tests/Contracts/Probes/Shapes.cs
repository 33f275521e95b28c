using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Probes;

/// <summary>Promised schemas as text, so that a difference can be read.</summary>
internal static class Shapes
{
    /// <summary>The promise that a schema amounts to.</summary>
    public static SchemaShape Of(DataViewSchema schema) => new Loader(schema).Append(new EstimatorChain<ITransformer>()).GetOutputSchema();

    /// <summary>One line a column: name, kind, item type, key, annotations.</summary>
    public static IReadOnlyList<string> Lines(SchemaShape shape) => [.. shape.Select(Line).Order()];

    /// <summary>One line a column of a schema that is not hidden.</summary>
    public static IReadOnlyList<string> Lines(DataViewSchema schema) => Lines(Of(schema));

    private static string Line(SchemaShape.Column column) =>
        $"{column.Name}: {column.Kind} {column.ItemType}{(column.IsKey ? " key" : "")} [{string.Join("; ", Lines(column.Annotations))}]";

    private sealed class Loader(DataViewSchema schema) : IDataLoader<object>
    {
        public DataViewSchema GetOutputSchema() => schema;

        public IDataView Load(object input) => throw new NotSupportedException();

        void ICanSaveModel.Save(ModelSaveContext ctx) => throw new NotSupportedException();
    }
}
