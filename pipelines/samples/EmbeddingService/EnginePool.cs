using Microsoft.Extensions.ObjectPool;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace EmbeddingService;

/// <summary>
/// Prediction engines of one model. An engine serves one thread at a time, so each request takes one and gives it back; there are as many as there were
/// requests at once.
/// </summary>
/// <typeparam name="TAnswer">What an engine gives for a row.</typeparam>
internal sealed class EnginePool<TAnswer>(MLContext ml, ITransformer model, SchemaDefinition input, SchemaDefinition? output = null)
    where TAnswer : class, new()
{
    private readonly ObjectPool<PredictionEngine<FeatureRow, TAnswer>> _engines =
        new DefaultObjectPoolProvider().Create(new Policy(() => ml.Model.CreatePredictionEngine<FeatureRow, TAnswer>(model, new PredictionEngineOptions
        {
            InputSchemaDefinition = input,
            OutputSchemaDefinition = output,
            OwnsTransformer = false, // an engine that the pool lets go of leaves the model to the others
        })));

    /// <summary>Gives an answer for each row.</summary>
    public TAnswer[] Predict(IReadOnlyList<FeatureRow> rows)
    {
        PredictionEngine<FeatureRow, TAnswer> engine = _engines.Get();
        try
        {
            return [.. rows.Select(engine.Predict)];
        }
        finally
        {
            _engines.Return(engine);
        }
    }

    private sealed class Policy(Func<PredictionEngine<FeatureRow, TAnswer>> create) : PooledObjectPolicy<PredictionEngine<FeatureRow, TAnswer>>
    {
        public override PredictionEngine<FeatureRow, TAnswer> Create() => create();

        public override bool Return(PredictionEngine<FeatureRow, TAnswer> obj) => true;
    }
}
