using Microsoft.ML.Trainers;

namespace Microsoft.ML;

public sealed partial class MulticlassClassificationCatalog
{
    public IReadOnlyList<CrossValidationResult<MulticlassClassificationMetrics>> CrossValidate(IDataView data, IEstimator<ITransformer> estimator,
        int numberOfFolds = 5, string labelColumnName = TrainerDefaults.LabelColumnName, string samplingKeyColumnName = null, int? seed = null) =>
        CrossValidateFolds(data, estimator, numberOfFolds, samplingKeyColumnName, seed, scored => Evaluate(scored, labelColumnName));
}
