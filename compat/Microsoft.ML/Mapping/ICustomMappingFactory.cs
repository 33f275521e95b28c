namespace Microsoft.ML.Transforms;

/// <summary>What loading needs of a factory, whatever its row types.</summary>
internal interface ICustomMappingFactory
{
    ITransformer CreateTransformer(IHostEnvironment env, string contractName);
}
