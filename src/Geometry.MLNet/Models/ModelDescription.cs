using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>What a model file holds, as it says itself and with its checksums compared; nothing of the model is made.</summary>
/// <param name="Version">The version of the format.</param>
/// <param name="Size">The bytes of the file.</param>
/// <param name="Sha256">Their SHA-256, in hexadecimal digits.</param>
/// <param name="InputSchema">The schema of the data that the model was saved for.</param>
/// <param name="Model">The model: a chain as a rule.</param>
public sealed record ModelDescription(int Version, long Size, string Sha256, DataViewSchema InputSchema, ModelPart Model)
{
    /// <summary>Gets the parts that are no chains, in the order in which they are run.</summary>
    public IReadOnlyList<ModelPart> Parts => [.. Leaves(Model)];

    private static IEnumerable<ModelPart> Leaves(ModelPart part) => part.Parts.Count > 0 ? part.Parts.SelectMany(Leaves) : [part];
}
