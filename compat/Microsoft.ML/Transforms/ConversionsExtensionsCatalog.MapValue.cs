using Microsoft.ML.Transforms;

namespace Microsoft.ML;

public static partial class ConversionsExtensionsCatalog
{
    public static ValueMappingEstimator<TInputType, TOutputType> MapValue<TInputType, TOutputType>(this TransformsCatalog.ConversionTransforms catalog,
        string outputColumnName, IEnumerable<KeyValuePair<TInputType, TOutputType>> keyValuePairs, string inputColumnName = null, bool treatValuesAsKeyType = false)
    {
        Check.Value(keyValuePairs, nameof(keyValuePairs));
        return new(catalog.Environment, ValueLookupSources.FromPairs(keyValuePairs, treatValuesAsKeyType), [(outputColumnName, inputColumnName ?? outputColumnName)]);
    }

    public static ValueMappingEstimator<TInputType, TOutputType> MapValue<TInputType, TOutputType>(this TransformsCatalog.ConversionTransforms catalog,
        string outputColumnName, IEnumerable<KeyValuePair<TInputType, TOutputType[]>> keyValuePairs, string inputColumnName = null)
    {
        Check.Value(keyValuePairs, nameof(keyValuePairs));
        return new(catalog.Environment, ValueLookupSources.FromPairs(keyValuePairs), [(outputColumnName, inputColumnName ?? outputColumnName)]);
    }

    public static ValueMappingEstimator MapValue(this TransformsCatalog.ConversionTransforms catalog, string outputColumnName,
        IDataView lookupMap, DataViewSchema.Column keyColumn, DataViewSchema.Column valueColumn, string inputColumnName = null)
    {
        Check.Value(lookupMap, nameof(lookupMap));
        return new(catalog.Environment, ValueLookupSources.FromView(lookupMap, keyColumn, valueColumn), [(outputColumnName, inputColumnName ?? outputColumnName)]);
    }
}
