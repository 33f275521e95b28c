namespace Microsoft.ML.Trainers;

/// <summary>A linear trainer that goes through the rows one by one.</summary>
public abstract class OnlineLinearTrainer<TTransformer, TModel> : TrainerEstimatorBase<TTransformer, TModel>
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    private readonly OnlineLinearOptions _options;

    private protected OnlineLinearTrainer(IHostEnvironment env, string name, OnlineLinearOptions options, SchemaShape.Column label, string weightColumnName)
        : base(env.Register(name), TrainerColumns.Features(options.FeatureColumnName), label, TrainerColumns.Weight(weightColumnName))
    {
        Check.Param(options.NumberOfIterations > 0, nameof(options.NumberOfIterations), "Must be positive");
        Check.Param(options.InitialWeightsDiameter >= 0, nameof(options.InitialWeightsDiameter), "Must be non-negative");
        _options = options;
        Info = new TrainerInfo(needNormalization: true, wantCaching: options.NumberOfIterations > 1);
    }

    public override TrainerInfo Info { get; }

    /// <summary>Trains on, from the parameters of another linear model.</summary>
    public TTransformer Fit(IDataView trainData, LinearModelParameters modelParameters)
    {
        Check.Value(modelParameters, nameof(modelParameters));
        return Train(trainData, ModelOf(new LinearBinaryModelParameters([.. modelParameters.Weights], modelParameters.Bias)));
    }

    private protected abstract TModel ModelOf(LinearBinaryModelParameters parameters);

    private protected abstract OnlineLearner MakeLearner(double[] weights, double bias);

    private protected override TModel TrainModel(TrainingRows rows, DataViewSchema.Column label, TModel start, IChannel channel)
    {
        var random = Host.Rand;
        var weights = new double[rows.FeatureCount];
        double bias = 0;
        if (start is LinearModelParameters given)
        {
            Check.That(given.Weights.Count == weights.Length, "The number of features differs from the initial model's");
            weights = [.. given.Weights];
            bias = given.Bias;
        }
        else if (_options.InitialWeightsDiameter > 0)
        {
            for (int i = 0; i < weights.Length; i++) weights[i] = (random.NextDouble() - 0.5) * _options.InitialWeightsDiameter;
            bias = (random.NextDouble() - 0.5) * _options.InitialWeightsDiameter;
        }

        int[] order = [.. Enumerable.Range(0, checked((int)rows.Count))];
        var learner = MakeLearner(weights, bias);
        for (int pass = 0; pass < _options.NumberOfIterations; pass++)
        {
            if (_options.Shuffle) random.Shuffle(order);
            foreach (int place in order)
            {
                var (block, row) = rows.Locate(place);
                learner.See(block, row);
            }

            learner.EndPass();
        }

        return ModelOf(learner.ToModel());
    }
}
