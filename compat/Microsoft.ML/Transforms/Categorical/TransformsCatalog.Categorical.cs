namespace Microsoft.ML;

public sealed partial class TransformsCatalog
{
    private CategoricalTransforms _categorical;

    public CategoricalTransforms Categorical => _categorical ??= new CategoricalTransforms(this);

    /// <summary>The place of the extension methods for categories.</summary>
    public sealed class CategoricalTransforms
    {
        internal CategoricalTransforms(TransformsCatalog owner) => Environment = owner.Environment;

        internal IHostEnvironment Environment { get; }
    }
}
