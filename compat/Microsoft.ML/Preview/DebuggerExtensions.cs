namespace Microsoft.ML;

public static class DebuggerExtensions
{
    public static DataDebuggerPreview Preview(this IDataView data, int maxRows = 100) => new(data, maxRows);

    public static DataDebuggerPreview Preview(this IEstimator<ITransformer> estimator, IDataView data, int maxRows = 100, int maxTrainingRows = 100)
    {
        Check.Value(estimator, nameof(estimator));
        Check.Value(data, nameof(data));
        var sample = new DataOperationsCatalog(new MLContext()).TakeRows(data, maxTrainingRows);
        return new DataDebuggerPreview(estimator.Fit(sample).Transform(data), maxRows);
    }

    public static DataDebuggerPreview Preview(this ITransformer transformer, IDataView data, int maxRows = 100)
    {
        Check.Value(transformer, nameof(transformer));
        Check.Value(data, nameof(data));
        return new DataDebuggerPreview(transformer.Transform(data), maxRows);
    }

    public static DataDebuggerPreview Preview<TSource>(this IDataLoader<TSource> loader, TSource source, int maxRows = 100)
    {
        Check.Value(loader, nameof(loader));
        return new DataDebuggerPreview(loader.Load(source), maxRows);
    }
}
