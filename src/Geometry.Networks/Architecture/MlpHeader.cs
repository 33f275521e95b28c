using System.Text.Json;
using System.Text.Json.Serialization;

namespace Geometry.Networks;

/// <summary>What a saved multilayer perceptron is made of.</summary>
internal sealed record MlpHeader(string Kind, int Version, int Inputs, int[] Hidden, int Outputs, string Nonlinearity, bool IsNamed, ReadoutMode Readout)
{
    /// <summary>The newest version.</summary>
    public const int Newest = 1;

    private const int MaximumWidth = 1 << 24;

    /// <summary>Describes an architecture.</summary>
    public static MlpHeader Of(MlpArchitecture architecture) => new(
        NetworkHeader.Mlp,
        Newest,
        architecture.InputWidth,
        [.. architecture.HiddenWidths],
        architecture.OutputWidth,
        architecture.Nonlinearity.Text,
        architecture.Nonlinearity.IsNamed,
        architecture.Readout);

    /// <summary>Gives the architecture back, with a user's own nonlinearity looked up among the given ones.</summary>
    public MlpArchitecture ToArchitecture(IEnumerable<Nonlinearity> functions) =>
        Hidden.Length > 0 && Hidden.Append(Inputs).Append(Outputs).All(width => width is >= 1 and <= MaximumWidth) && Enum.IsDefined(Readout)
            ? new MlpArchitecture(Inputs, Hidden, Outputs, Networks.Nonlinearity.Restore(Nonlinearity, IsNamed, functions), Readout)
            : throw new InvalidDataException("The saved network is damaged: its header describes no network.");
}

/// <summary>Writes and reads <see cref="MlpHeader"/> without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MlpHeader))]
internal sealed partial class MlpHeaderContext : JsonSerializerContext;
