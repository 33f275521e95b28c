using Microsoft.ML.Calibrators;

namespace Microsoft.ML.Trainers;

/// <summary>Logistic regression: calibrated by construction, with score log(p / (1 - p)).</summary>
public sealed class LbfgsLogisticRegressionBinaryTrainer : LbfgsTrainerBase<LbfgsLogisticRegressionBinaryTrainer.Options,
    BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>,
    CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>
{
    internal LbfgsLogisticRegressionBinaryTrainer(IHostEnvironment env, Options options)
        : base(env, nameof(LbfgsLogisticRegressionBinaryTrainer), options, TrainerColumns.BooleanLabel(options.LabelColumnName))
    {
    }

    public sealed class Options : OptionsBase
    {
    }

    /// <summary>Trains on, from the parameters of another linear model.</summary>
    public BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>> Fit(
        IDataView trainData, LinearModelParameters modelParameters)
    {
        Check.Value(modelParameters, nameof(modelParameters));
        return Train(trainData, Calibrated(new LinearBinaryModelParameters([.. modelParameters.Weights], modelParameters.Bias)));
    }

    private protected override CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> TrainModel(
        TrainingRows rows, DataViewSchema.Column label, CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> start, IChannel channel)
    {
        double[] initial = null;
        if (start is not null)
        {
            Check.That(start.SubModel.Weights.Count == rows.FeatureCount, "The number of features differs from the initial model's");
            initial = [start.SubModel.Bias, .. start.SubModel.Weights];
        }

        var objective = new LogisticObjective(rows, LbfgsTrainerOptions.L2Regularization, LbfgsTrainerOptions.NumberOfThreads);
        double[] point = Minimize(objective, rows, biases: 1, initial, channel);
        return Calibrated(new LinearBinaryModelParameters([.. point.Skip(1).Select(w => (float)w)], (float)point[0]));
    }

    private protected override BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>> MakeTransformer(
        CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> model, DataViewSchema.Column features, DataViewSchema.Column label) =>
        new(Host, model, features.Name, features.Type);

    private protected override SchemaShape.Column[] GetOutputColumns(SchemaShape inputSchema) => TrainerColumns.BinaryOutput(calibrated: true);

    private static CalibratedModelParameters<LinearBinaryModelParameters, PlattCalibrator> Calibrated(LinearBinaryModelParameters model) =>
        new(model, new PlattCalibrator(-1, 0));
}
