using Microsoft.ML.Trainers;

namespace Microsoft.ML;

public static partial class StandardTrainersCatalog
{
    public static LbfgsLogisticRegressionBinaryTrainer LbfgsLogisticRegression(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
        string labelColumnName = TrainerDefaults.LabelColumnName, string featureColumnName = TrainerDefaults.FeatureColumnName, string exampleWeightColumnName = null,
        float l1Regularization = LbfgsDefaults.L1Regularization, float l2Regularization = LbfgsDefaults.L2Regularization,
        float optimizationTolerance = LbfgsDefaults.OptimizationTolerance, int historySize = LbfgsDefaults.HistorySize, bool enforceNonNegativity = false)
    {
        Check.Value(catalog, nameof(catalog));
        return new(catalog.Environment, new()
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            ExampleWeightColumnName = exampleWeightColumnName,
            L1Regularization = l1Regularization,
            L2Regularization = l2Regularization,
            OptimizationTolerance = optimizationTolerance,
            HistorySize = historySize,
            EnforceNonNegativity = enforceNonNegativity,
        });
    }

    public static LbfgsLogisticRegressionBinaryTrainer LbfgsLogisticRegression(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
        LbfgsLogisticRegressionBinaryTrainer.Options options)
    {
        Check.Value(catalog, nameof(catalog));
        Check.Value(options, nameof(options));
        return new(catalog.Environment, options);
    }

    public static LbfgsMaximumEntropyMulticlassTrainer LbfgsMaximumEntropy(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
        string labelColumnName = TrainerDefaults.LabelColumnName, string featureColumnName = TrainerDefaults.FeatureColumnName, string exampleWeightColumnName = null,
        float l1Regularization = LbfgsDefaults.L1Regularization, float l2Regularization = LbfgsDefaults.L2Regularization,
        float optimizationTolerance = LbfgsDefaults.OptimizationTolerance, int historySize = LbfgsDefaults.HistorySize, bool enforceNonNegativity = false)
    {
        Check.Value(catalog, nameof(catalog));
        return new(catalog.Environment, new()
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            ExampleWeightColumnName = exampleWeightColumnName,
            L1Regularization = l1Regularization,
            L2Regularization = l2Regularization,
            OptimizationTolerance = optimizationTolerance,
            HistorySize = historySize,
            EnforceNonNegativity = enforceNonNegativity,
        });
    }

    public static LbfgsMaximumEntropyMulticlassTrainer LbfgsMaximumEntropy(this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
        LbfgsMaximumEntropyMulticlassTrainer.Options options)
    {
        Check.Value(catalog, nameof(catalog));
        Check.Value(options, nameof(options));
        return new(catalog.Environment, options);
    }
}
