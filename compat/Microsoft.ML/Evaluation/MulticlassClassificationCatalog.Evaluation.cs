using Microsoft.ML.Trainers;

namespace Microsoft.ML;

public sealed partial class MulticlassClassificationCatalog
{
    /// <summary>Measures scores of several classes.</summary>
    public MulticlassClassificationMetrics Evaluate(IDataView data, string labelColumnName = TrainerDefaults.LabelColumnName,
        string scoreColumnName = TrainerDefaults.Score, string predictedLabelColumnName = TrainerDefaults.PredictedLabel, int topKPredictionCount = 0)
    {
        Check.Value(data, nameof(data));
        return MulticlassEvaluation.Evaluate(data, labelColumnName, scoreColumnName, predictedLabelColumnName, topKPredictionCount);
    }
}
