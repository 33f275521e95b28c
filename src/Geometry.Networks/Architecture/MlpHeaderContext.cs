using System.Text.Json.Serialization;

namespace Geometry.Networks;

/// <summary>Writes and reads <see cref="MlpHeader"/> without reflection.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MlpHeader))]
internal sealed partial class MlpHeaderContext : JsonSerializerContext;
