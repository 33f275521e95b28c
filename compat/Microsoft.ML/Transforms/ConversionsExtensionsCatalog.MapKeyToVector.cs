using Microsoft.ML.Transforms;

namespace Microsoft.ML;

public static partial class ConversionsExtensionsCatalog
{
    public static KeyToVectorMappingEstimator MapKeyToVector(this TransformsCatalog.ConversionTransforms catalog, string outputColumnName,
        string inputColumnName = null, bool outputCountVector = false) =>
        new(catalog.Environment, outputCountVector, [(outputColumnName, inputColumnName ?? outputColumnName)]);

    public static KeyToVectorMappingEstimator MapKeyToVector(this TransformsCatalog.ConversionTransforms catalog, InputOutputColumnPair[] columns,
        bool outputCountVector = false) =>
        new(catalog.Environment, outputCountVector, InputOutputColumnPair.ConvertToValueTuples(columns));
}
