using Microsoft.ML.Cache;

namespace Microsoft.ML;

public sealed partial class DataOperationsCatalog
{
    public IDataView Cache(IDataView input, params string[] columnsToPrefetch)
    {
        Check.Value(input, nameof(input));
        columnsToPrefetch ??= [];
        foreach (string name in columnsToPrefetch)
        {
            if (input.Schema.GetColumnOrNull(name) is null)
                throw Check.ExceptSchemaMismatch(nameof(columnsToPrefetch), "prefetch", name);
        }
        return new CacheView(input, columnsToPrefetch);
    }
}
