using Microsoft.ML.Trainers;

namespace Microsoft.ML;

public sealed partial class BinaryClassificationCatalog
{
    /// <summary>Measures scores that have probabilities.</summary>
    public CalibratedBinaryClassificationMetrics Evaluate(IDataView data, string labelColumnName = TrainerDefaults.LabelColumnName,
        string scoreColumnName = TrainerDefaults.Score, string probabilityColumnName = TrainerDefaults.Probability,
        string predictedLabelColumnName = TrainerDefaults.PredictedLabel)
    {
        Check.Value(data, nameof(data));
        Check.NonEmpty(probabilityColumnName, nameof(probabilityColumnName));
        return CalibratedBinaryClassificationMetrics.Of(BinaryEvaluation.Read(data, labelColumnName, scoreColumnName, probabilityColumnName, predictedLabelColumnName));
    }

    /// <summary>Measures scores without probabilities.</summary>
    public BinaryClassificationMetrics EvaluateNonCalibrated(IDataView data, string labelColumnName = TrainerDefaults.LabelColumnName,
        string scoreColumnName = TrainerDefaults.Score, string predictedLabelColumnName = TrainerDefaults.PredictedLabel)
    {
        Check.Value(data, nameof(data));
        return BinaryClassificationMetrics.Of(BinaryEvaluation.Read(data, labelColumnName, scoreColumnName, null, predictedLabelColumnName));
    }

    /// <summary>The same transformer, which takes a row for positive when its score is above another threshold.</summary>
    public BinaryPredictionTransformer<TModel> ChangeModelThreshold<TModel>(BinaryPredictionTransformer<TModel> model, float threshold)
        where TModel : class
    {
        Check.Value(model, nameof(model));
        return model.WithThreshold(threshold);
    }
}
