using Microsoft.ML;
using Microsoft.ML.Data;

namespace EmbeddingService;

/// <summary>Gives the values of one layer for rows.</summary>
internal sealed class Embedder
{
    private readonly EnginePool<LayerRow> _engines;

    public Embedder(MLContext ml, ITransformer model, SchemaDefinition input, string layer)
    {
        // The member has whatever name the layer has, so that one type serves all layers.
        SchemaDefinition output = SchemaDefinition.Create(typeof(LayerRow));
        output[nameof(LayerRow.Values)].ColumnName = layer;
        _engines = new EnginePool<LayerRow>(ml, model, input, output);
    }

    /// <summary>Gives the layer's values, an array for each row.</summary>
    public IReadOnlyList<object> Embed(IReadOnlyList<FeatureRow> rows) => [.. _engines.Predict(rows).Select(row => row.Values)];

    private sealed class LayerRow
    {
        public float[] Values { get; set; } = [];
    }
}
