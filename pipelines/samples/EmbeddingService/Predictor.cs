using Microsoft.ML;
using Microsoft.ML.Data;

namespace EmbeddingService;

/// <summary>Predicts the label of rows: of two classes, or of several that have names.</summary>
internal sealed class Predictor
{
    private const string Label = "PredictedLabel", Probability = "Probability";

    private Predictor(IReadOnlyList<string> classes, Func<IReadOnlyList<FeatureRow>, IReadOnlyList<object>> predict) => (Classes, Predict) = (classes, predict);

    /// <summary>Gets the names of the classes.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Gives a prediction for each row.</summary>
    public Func<IReadOnlyList<FeatureRow>, IReadOnlyList<object>> Predict { get; }

    /// <summary>Makes the predictor of a model; null where the model predicts no single class.</summary>
    public static Predictor? Of(MLContext ml, ITransformer model, SchemaDefinition input, DataViewSchema output)
    {
        switch (output.GetColumnOrNull(Label)?.Type)
        {
            case BooleanDataViewType:
                var two = new EnginePool<BinaryRow>(ml, model, input);
                bool hasProbability = output.GetColumnOrNull(Probability) is not null;
                return new Predictor(
                    ["false", "true"],
                    rows => [.. two.Predict(rows).Select(row => new BinaryPrediction(row.PredictedLabel, row.Score, hasProbability ? row.Probability : null))]);
            case KeyDataViewType key:
                var several = new EnginePool<ClassRow>(ml, model, input);
                IReadOnlyList<string> names = NamesOf(output[Label], (int)key.Count);
                return new Predictor(names, rows => [.. several.Predict(rows).Select(row => new ClassPrediction(names[(int)row.PredictedLabel - 1], row.Score))]);
            default:
                return null;
        }
    }

    private static IReadOnlyList<string> NamesOf(DataViewSchema.Column label, int count)
    {
        if (label.Annotations.Schema.GetColumnOrNull("KeyValues")?.Type is not VectorDataViewType { ItemType: TextDataViewType })
        {
            return [.. Enumerable.Range(1, count).Select(number => $"{number}")];
        }

        VBuffer<ReadOnlyMemory<char>> names = default;
        label.GetKeyValues(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }

    private sealed class BinaryRow
    {
        public bool PredictedLabel { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }
    }

    private sealed class ClassRow
    {
        public uint PredictedLabel { get; set; }

        public float[] Score { get; set; } = [];
    }

    private sealed record BinaryPrediction(bool PredictedLabel, float Score, float? Probability);

    private sealed record ClassPrediction(string PredictedLabel, float[] Score);
}
