namespace Microsoft.ML.Trainers;

/// <summary>Multinomial logistic regression.</summary>
public sealed class LbfgsMaximumEntropyMulticlassTrainer : LbfgsTrainerBase<LbfgsMaximumEntropyMulticlassTrainer.Options,
    MulticlassPredictionTransformer<MaximumEntropyModelParameters>, MaximumEntropyModelParameters>
{
    internal LbfgsMaximumEntropyMulticlassTrainer(IHostEnvironment env, Options options)
        : base(env, nameof(LbfgsMaximumEntropyMulticlassTrainer), options, TrainerColumns.KeyLabel(options.LabelColumnName))
    {
    }

    public sealed class Options : OptionsBase
    {
    }

    /// <summary>Trains on, from the parameters of another model of the same classes.</summary>
    public MulticlassPredictionTransformer<MaximumEntropyModelParameters> Fit(IDataView trainData, MaximumEntropyModelParameters modelParameters)
    {
        Check.Value(modelParameters, nameof(modelParameters));
        return Train(trainData, modelParameters);
    }

    private protected override MaximumEntropyModelParameters TrainModel(TrainingRows rows, DataViewSchema.Column label, MaximumEntropyModelParameters start, IChannel channel)
    {
        int classes = checked((int)label.Type.KeyCountOf());
        int width = rows.FeatureCount;
        var objective = new SoftmaxObjective(rows, classes, LbfgsTrainerOptions.L2Regularization, LbfgsTrainerOptions.NumberOfThreads);
        double[] point = Minimize(objective, rows, classes, start is null ? null : PointOf(start, objective.Dimension), channel);
        return new MaximumEntropyModelParameters(
            [.. Enumerable.Range(0, classes).Select(c => point.Skip(classes + c * width).Take(width).Select(w => (float)w).ToArray())],
            [.. point.Take(classes).Select(b => (float)b)]);
    }

    private protected override MulticlassPredictionTransformer<MaximumEntropyModelParameters> MakeTransformer(
        MaximumEntropyModelParameters model, DataViewSchema.Column features, DataViewSchema.Column label) =>
        new(Host, model, features.Name, features.Type, ClassLabels.Of(label));

    private protected override SchemaShape.Column[] GetOutputColumns(SchemaShape inputSchema)
    {
        inputSchema.TryFindColumn(LabelColumn.Name, out var label);
        return TrainerColumns.MulticlassOutput(label);
    }

    private static double[] PointOf(MaximumEntropyModelParameters model, int dimension)
    {
        VBuffer<float>[] weights = null;
        model.GetWeights(ref weights, out _);
        double[] point = [.. model.GetBiases(), .. weights.SelectMany(w => w.DenseValues())];
        Check.That(point.Length == dimension, "The numbers of features or classes differ from the initial model's");
        return point;
    }
}
