using Geometry.MLNet;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace EmbeddingService;

/// <summary>A saved pipeline that answers requests from any number of threads.</summary>
public sealed class ServedModel
{
    private readonly Predictor? _predictor;
    private readonly Dictionary<string, Embedder> _embedders;

    private ServedModel(MLContext ml, ITransformer model, string features, VectorDataViewType type)
    {
        SchemaDefinition input = SchemaDefinition.Create(typeof(FeatureRow));
        input[nameof(FeatureRow.Features)].ColumnType = type;
        input[nameof(FeatureRow.Features)].ColumnName = features;

        // What the model makes of rows that have this one column.
        DataViewSchema output = model.GetOutputSchema(ml.Data.LoadFromEnumerable<FeatureRow>([], input).Schema);
        Dictionary<string, int> layers = output.Where(IsVector).ToDictionary(column => column.Name, column => ((VectorDataViewType)column.Type).Size);
        _predictor = Predictor.Of(ml, model, input, output);
        _embedders = layers.Keys.ToDictionary(layer => layer, layer => new Embedder(ml, model, input, layer));
        Description = new ModelDescription(features, type.Size, _predictor?.Classes ?? [], layers);
    }

    /// <summary>Gets what is served.</summary>
    public ModelDescription Description { get; }

    /// <summary>Gets how many numbers a row has.</summary>
    public int Width => Description.Width;

    /// <summary>Loads a model that <c>ml.Geometry.Model.Save</c> saved, and tries it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="features">The column of its input that rows are; null for the only vector of numbers there, or that of the name Features.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ServiceStartException">The model cannot be loaded or served; the message says why.</exception>
    public static ServedModel Load(string path, string? features)
    {
        try
        {
            var ml = new MLContext();
            ITransformer model = ml.Geometry.Model.Load(path, out DataViewSchema inputSchema);
            (string name, VectorDataViewType type) = FeaturesOf(inputSchema, features);
            var served = new ServedModel(ml, model, name, type);

            // The first request should neither wait for engines to be built nor be the first to find that they cannot be.
            FeatureRow[] row = [new FeatureRow { Features = new float[served.Width] }];
            served._predictor?.Predict(row);
            Array.ForEach([.. served._embedders.Values], embedder => embedder.Embed(row));
            return served;
        }
        catch (Exception e) when (e is not ServiceStartException)
        {
            throw new ServiceStartException($"the model '{path}' cannot be served: {e.Message}", e);
        }
    }

    /// <summary>Gives what <c>/embed</c> calls for a layer.</summary>
    /// <exception cref="BadHttpRequestException">There is no such layer.</exception>
    internal Embedder EmbedderOf(string? layer) => layer is not null && _embedders.TryGetValue(layer, out Embedder? embedder)
        ? embedder
        : throw new BadHttpRequestException($"{(layer is null ? "Name a layer" : $"There is no layer '{layer}'")}: /embed?layer=NAME, with one of {string.Join(", ", _embedders.Keys)}.");

    /// <summary>Predicts the labels of rows.</summary>
    /// <exception cref="BadHttpRequestException">The model predicts no class.</exception>
    internal IReadOnlyList<object> Predict(IReadOnlyList<FeatureRow> rows) =>
        (_predictor ?? throw new BadHttpRequestException("The model predicts no class; it serves /embed alone.")).Predict(rows);

    /// <inheritdoc/>
    public override string ToString() =>
        $"Serving rows of {Width} numbers ({Description.Features}); layers {string.Join(", ", Description.Layers.Select(layer => $"{layer.Key} ({layer.Value})"))}; "
        + $"classes {string.Join(", ", Description.Classes)}";

    private static (string Name, VectorDataViewType Type) FeaturesOf(DataViewSchema schema, string? wanted)
    {
        DataViewSchema.Column[] vectors = [.. schema.Where(IsVector)];
        string name = wanted ?? (vectors.Length == 1 ? vectors[0].Name : "Features");
        return vectors.FirstOrDefault(column => column.Name == name) is { Type: VectorDataViewType type }
            ? (name, type)
            : throw new ServiceStartException($"the model's input has no column '{name}' of numbers. It has {string.Join(", ", vectors.Select(column => column.Name))}; name one with --features.");
    }

    private static bool IsVector(DataViewSchema.Column column) => !column.IsHidden
        && column.Type is VectorDataViewType { IsKnownSize: true, ItemType: NumberDataViewType item } && item == NumberDataViewType.Single;
}
