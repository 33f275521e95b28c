using System.Text.Json.Serialization;

namespace Geometry.MLNet;

/// <summary>A part of a model as the manifest has it: a transformer of ours, some of ML.NET's own that follow each other, or a chain.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Scopes">When each of its transformers is used; one but for a part of ML.NET's own.</param>
/// <param name="Transformers">The types of ML.NET's own, for the reader; nothing is made of them.</param>
/// <param name="Inputs">The columns that it reads, of a transformer of ours.</param>
/// <param name="Outputs">The columns that it adds, of a transformer of ours.</param>
/// <param name="Files">Its files.</param>
/// <param name="Parts">The parts of a chain.</param>
internal sealed record ManifestPart(
    string Kind,
    IReadOnlyList<string> Scopes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Transformers = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Inputs = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Outputs = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ModelFile>? Files = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ManifestPart>? Parts = null)
{
    /// <summary>The kinds that are not transformers of ours.</summary>
    public const string Stock = "stock", Chain = "chain";

    /// <summary>The files of the part and of its parts.</summary>
    public IEnumerable<ModelFile> AllFiles() => [.. Files ?? [], .. (Parts ?? []).SelectMany(part => part.AllFiles())];
}
