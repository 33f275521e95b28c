using System.Text.Json.Serialization;

namespace Geometry.Tasks;

/// <summary>Reads <see cref="DatasetManifest"/> without reflection; every property must be there, and no other.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(DatasetManifest))]
internal sealed partial class DatasetManifestContext : JsonSerializerContext;
