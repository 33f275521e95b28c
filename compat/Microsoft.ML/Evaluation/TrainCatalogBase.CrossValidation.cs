namespace Microsoft.ML;

public abstract partial class TrainCatalogBase
{
    /// <summary>Trains on each complement of a fold and scores the fold.</summary>
    private protected CrossValidationResult<T>[] CrossValidateFolds<T>(IDataView data, IEstimator<ITransformer> estimator, int folds, string samplingKeyColumnName, int? seed, Func<IDataView, T> evaluate)
        where T : class
    {
        Check.Value(data, nameof(data));
        Check.Value(estimator, nameof(estimator));
        Check.Param(folds > 1, "numFolds", "Must be more than 1");
        var splits = new DataOperationsCatalog(Environment).CrossValidationSplit(data, folds, samplingKeyColumnName, seed);
        return [.. splits.Select((split, fold) =>
        {
            ITransformer model = estimator.Fit(split.TrainSet);
            IDataView scored = model.Transform(split.TestSet);
            return new CrossValidationResult<T>(model, evaluate(scored), scored, fold);
        })];
    }
}
