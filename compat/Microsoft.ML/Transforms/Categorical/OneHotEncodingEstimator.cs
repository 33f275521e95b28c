namespace Microsoft.ML.Transforms;

/// <summary>Numbers the values of columns and turns the numbers into indicator vectors.</summary>
public sealed class OneHotEncodingEstimator : IEstimator<OneHotEncodingTransformer>
{
    private readonly IEstimator<ITransformer> _steps;

    internal OneHotEncodingEstimator(IHostEnvironment env, (string outputColumnName, string inputColumnName)[] columns, OutputKind outputKind,
        int maximumNumberOfKeys, ValueToKeyMappingEstimator.KeyOrdinality keyOrdinality, IDataView keyData)
    {
        Check.Param(Enum.IsDefined(outputKind), nameof(outputKind), $"Unknown output kind {outputKind}");
        var keys = new ValueToKeyMappingEstimator(env, columns, maximumNumberOfKeys, keyOrdinality, asText: false, keyData);
        _steps = outputKind == OutputKind.Key
            ? keys
            : keys.Append(new KeyToVectorMappingEstimator(env, outputKind == OutputKind.Bag, [.. columns.Select(c => (c.outputColumnName, c.outputColumnName))]));
    }

    /// <summary>What a value becomes: with Bag the indicators of a vector's values are summed, with Indicator they stand in a row.</summary>
    public enum OutputKind : byte
    {
        Bag = 1,
        Indicator = 2,
        Key = 3,
    }

    public OneHotEncodingTransformer Fit(IDataView input) => new(_steps.Fit(input));

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _steps.GetOutputSchema(inputSchema);
}
