namespace Microsoft.ML.Trainers;

/// <summary>A linear trainer that minimises its whole objective by L-BFGS.</summary>
public abstract partial class LbfgsTrainerBase<TOptions, TTransformer, TModel> : TrainerEstimatorBase<TTransformer, TModel>
    where TOptions : LbfgsTrainerBase<TOptions, TTransformer, TModel>.OptionsBase, new()
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    private protected LbfgsTrainerBase(IHostEnvironment env, string name, TOptions options, SchemaShape.Column label)
        : base(env.Register(name), TrainerColumns.Features(options.FeatureColumnName), label, TrainerColumns.Weight(options.ExampleWeightColumnName))
    {
        Check.Param(options.L2Regularization >= 0, nameof(options.L2Regularization), "Must be non-negative");
        Check.Param(options.L1Regularization >= 0, nameof(options.L1Regularization), "Must be non-negative");
        Check.Param(options.OptimizationTolerance > 0, nameof(options.OptimizationTolerance), "Must be positive");
        Check.Param(options.HistorySize > 0, nameof(options.HistorySize), "Must be positive");
        Check.Param(options.MaximumNumberOfIterations > 0, nameof(options.MaximumNumberOfIterations), "Must be positive");
        Check.Param(options.InitialWeightsDiameter >= 0, nameof(options.InitialWeightsDiameter), "Must be non-negative");
        Check.Param(options.NumberOfThreads is null or > 0, nameof(options.NumberOfThreads), "Must be positive");
        LbfgsTrainerOptions = options;
    }

    public override TrainerInfo Info { get; } = new(needNormalization: true, wantCaching: true);

    private protected TOptions LbfgsTrainerOptions { get; }

    /// <summary>Minimises an objective of a mean over rows, whose first coordinates are biases, from zero or random weights.</summary>
    private protected double[] Minimize(IDifferentiableObjective objective, TrainingRows rows, int biases, double[] start, IChannel channel)
    {
        var minimizer = new LbfgsMinimizer
        {
            HistorySize = LbfgsTrainerOptions.HistorySize,
            Tolerance = LbfgsTrainerOptions.OptimizationTolerance,
            MaximumIterations = LbfgsTrainerOptions.MaximumNumberOfIterations,
            L1 = LbfgsTrainerOptions.L1Regularization / rows.TotalWeight,
            NonNegative = LbfgsTrainerOptions.EnforceNonNegativity,
            FreeCount = biases,
        };
        var result = minimizer.Minimize(objective, start ?? InitialPoint(objective.Dimension));
        if (!LbfgsTrainerOptions.Quiet)
        {
            channel.Info(MessageSensitivity.None, "L-BFGS on {0} rows: objective {1} after {2} iterations{3}",
                rows.Count, result.Value, result.Iterations, result.Converged ? "" : ", not converged");
        }

        return result.Point;
    }

    private double[] InitialPoint(int dimension)
    {
        var point = new double[dimension];
        float diameter = LbfgsTrainerOptions.InitialWeightsDiameter;
        if (diameter > 0)
        {
            for (int i = 0; i < dimension; i++) point[i] = (Host.Rand.NextDouble() - 0.5) * diameter;
        }

        return point;
    }
}
