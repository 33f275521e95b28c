namespace Microsoft.ML.Trainers;

/// <summary>An online trainer that may return the mean of the models it went through.</summary>
public abstract class AveragedLinearTrainer<TTransformer, TModel> : OnlineLinearTrainer<TTransformer, TModel>
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    private readonly AveragedLinearOptions _options;
    private readonly IScalarLoss _loss;

    private protected AveragedLinearTrainer(IHostEnvironment env, string name, AveragedLinearOptions options, SchemaShape.Column label, IScalarLoss loss)
        : base(env, name, options, label, weightColumnName: null)
    {
        Check.Param(options.LearningRate > 0, nameof(options.LearningRate), "Must be positive");
        Check.Param(options.L2Regularization is >= 0 and < 0.5f, nameof(options.L2Regularization), "Must be in [0, 0.5)");
        _options = options;
        _loss = loss;
    }

    private protected override OnlineLearner MakeLearner(double[] weights, double bias) => new PerceptronLearner(weights, bias, _options, _loss);
}
