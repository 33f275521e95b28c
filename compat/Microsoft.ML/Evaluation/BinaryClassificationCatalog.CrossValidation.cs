using Microsoft.ML.Trainers;

namespace Microsoft.ML;

public sealed partial class BinaryClassificationCatalog
{
    public IReadOnlyList<CrossValidationResult<CalibratedBinaryClassificationMetrics>> CrossValidate(IDataView data, IEstimator<ITransformer> estimator,
        int numberOfFolds = 5, string labelColumnName = TrainerDefaults.LabelColumnName, string samplingKeyColumnName = null, int? seed = null) =>
        CrossValidateFolds(data, estimator, numberOfFolds, samplingKeyColumnName, seed, scored => Evaluate(scored, labelColumnName));

    public IReadOnlyList<CrossValidationResult<BinaryClassificationMetrics>> CrossValidateNonCalibrated(IDataView data, IEstimator<ITransformer> estimator,
        int numberOfFolds = 5, string labelColumnName = TrainerDefaults.LabelColumnName, string samplingKeyColumnName = null, int? seed = null) =>
        CrossValidateFolds(data, estimator, numberOfFolds, samplingKeyColumnName, seed, scored => EvaluateNonCalibrated(scored, labelColumnName));
}
