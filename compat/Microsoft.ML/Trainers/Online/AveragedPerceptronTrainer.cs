namespace Microsoft.ML.Trainers;

/// <summary>The averaged perceptron; by default with a margin.</summary>
public sealed class AveragedPerceptronTrainer : AveragedLinearTrainer<BinaryPredictionTransformer<LinearBinaryModelParameters>, LinearBinaryModelParameters>
{
    internal AveragedPerceptronTrainer(IHostEnvironment env, Options options)
        : base(env, nameof(AveragedPerceptronTrainer), options, TrainerColumns.BooleanLabel(options.LabelColumnName), options.LossFunction)
    {
    }

    public sealed class Options : AveragedLinearOptions
    {
        public Options() => NumberOfIterations = 10;

        public IClassificationLoss LossFunction { get; set; } = new HingeLoss();
    }

    private protected override LinearBinaryModelParameters ModelOf(LinearBinaryModelParameters parameters) => parameters;

    private protected override BinaryPredictionTransformer<LinearBinaryModelParameters> MakeTransformer(
        LinearBinaryModelParameters model, DataViewSchema.Column features, DataViewSchema.Column label) =>
        new(Host, model, features.Name, features.Type);

    private protected override SchemaShape.Column[] GetOutputColumns(SchemaShape inputSchema) => TrainerColumns.BinaryOutput(calibrated: false);
}
