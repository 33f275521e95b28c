using Microsoft.ML.Trainers;

namespace Microsoft.ML;

public static partial class StandardTrainersCatalog
{
    public static AveragedPerceptronTrainer AveragedPerceptron(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
        string labelColumnName = TrainerDefaults.LabelColumnName, string featureColumnName = TrainerDefaults.FeatureColumnName,
        IClassificationLoss lossFunction = null, float learningRate = 1, bool decreaseLearningRate = false, float l2Regularization = 0, int numberOfIterations = 10)
    {
        Check.Value(catalog, nameof(catalog));
        return new(catalog.Environment, new()
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            LossFunction = lossFunction ?? new HingeLoss(),
            LearningRate = learningRate,
            DecreaseLearningRate = decreaseLearningRate,
            L2Regularization = l2Regularization,
            NumberOfIterations = numberOfIterations,
        });
    }

    public static AveragedPerceptronTrainer AveragedPerceptron(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, AveragedPerceptronTrainer.Options options)
    {
        Check.Value(catalog, nameof(catalog));
        Check.Value(options, nameof(options));
        return new(catalog.Environment, options);
    }

    public static LinearSvmTrainer LinearSvm(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
        string labelColumnName = TrainerDefaults.LabelColumnName, string featureColumnName = TrainerDefaults.FeatureColumnName,
        string exampleWeightColumnName = null, int numberOfIterations = 1)
    {
        Check.Value(catalog, nameof(catalog));
        return new(catalog.Environment, new()
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            ExampleWeightColumnName = exampleWeightColumnName,
            NumberOfIterations = numberOfIterations,
        });
    }

    public static LinearSvmTrainer LinearSvm(this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, LinearSvmTrainer.Options options)
    {
        Check.Value(catalog, nameof(catalog));
        Check.Value(options, nameof(options));
        return new(catalog.Environment, options);
    }
}
