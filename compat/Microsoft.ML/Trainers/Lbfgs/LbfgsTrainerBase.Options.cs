namespace Microsoft.ML.Trainers;

public abstract partial class LbfgsTrainerBase<TOptions, TTransformer, TModel>
{
    /// <summary>Options of L-BFGS trainers. Penalties count against the sum, not the mean, of the losses of all rows.</summary>
    public abstract class OptionsBase : TrainerInputBaseWithWeight
    {
        protected OptionsBase()
        {
        }

        public float L2Regularization = LbfgsDefaults.L2Regularization;

        public float L1Regularization = LbfgsDefaults.L1Regularization;

        public float OptimizationTolerance = LbfgsDefaults.OptimizationTolerance;

        public int HistorySize = LbfgsDefaults.HistorySize;

        public int MaximumNumberOfIterations = int.MaxValue;

        public bool Quiet;

        public float InitialWeightsDiameter;

        public int? NumberOfThreads;

        public bool EnforceNonNegativity;
    }
}
