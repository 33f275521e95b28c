namespace Microsoft.ML.Trainers;

/// <summary>A linear support vector machine by stochastic subgradient steps (Pegasos).</summary>
public sealed class LinearSvmTrainer : OnlineLinearTrainer<BinaryPredictionTransformer<LinearBinaryModelParameters>, LinearBinaryModelParameters>
{
    private readonly Options _options;

    internal LinearSvmTrainer(IHostEnvironment env, Options options)
        : base(env, nameof(LinearSvmTrainer), options, TrainerColumns.BooleanLabel(options.LabelColumnName), options.ExampleWeightColumnName)
    {
        Check.Param(options.Lambda > 0, nameof(options.Lambda), "Must be positive");
        Check.Param(options.BatchSize > 0, nameof(options.BatchSize), "Must be positive");
        _options = options;
    }

    public sealed class Options : OnlineLinearOptions
    {
        public float Lambda = 0.001f;

        public int BatchSize = 1;

        public bool PerformProjection;

        public bool NoBias;

        public string ExampleWeightColumnName;
    }

    private protected override OnlineLearner MakeLearner(double[] weights, double bias) => new PegasosLearner(weights, bias, _options);

    private protected override LinearBinaryModelParameters ModelOf(LinearBinaryModelParameters parameters) => parameters;

    private protected override BinaryPredictionTransformer<LinearBinaryModelParameters> MakeTransformer(
        LinearBinaryModelParameters model, DataViewSchema.Column features, DataViewSchema.Column label) =>
        new(Host, model, features.Name, features.Type);

    private protected override SchemaShape.Column[] GetOutputColumns(SchemaShape inputSchema) => TrainerColumns.BinaryOutput(calibrated: false);
}
