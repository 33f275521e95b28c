using System.Text.Json;
using System.Text.Json.Serialization;

namespace Geometry.Networks;

/// <summary>What a saved convolutional network is made of.</summary>
internal sealed record ConvNetHeader(
    string Kind, int Version, int[] Image, int Outputs, string Name, string Parts, string Nonlinearity, bool IsNamed, bool UsesBatchNormalisation,
    bool BatchNormalisation, ReadoutMode Readout)
{
    /// <summary>The newest version.</summary>
    public const int Newest = 1;

    /// <summary>Describes a network.</summary>
    public static ConvNetHeader Of(ConvNetBlueprint blueprint) => new(
        NetworkHeader.ConvNet, Newest, [.. blueprint.ImageShape], blueprint.Outputs, blueprint.Architecture.Name, blueprint.Architecture.Text,
        blueprint.Nonlinearity.Text, blueprint.Nonlinearity.IsNamed, blueprint.Architecture.UsesBatchNormalisation, blueprint.BatchNormalisation, blueprint.Readout);

    /// <summary>Gives the blueprint back, with a user's own nonlinearity looked up among the given ones.</summary>
    public ConvNetBlueprint ToBlueprint(IEnumerable<Nonlinearity> functions)
    {
        if (!Enum.IsDefined(Readout))
        {
            throw new InvalidDataException("The saved network is damaged: its header describes no network.");
        }

        Networks.Nonlinearity function = Networks.Nonlinearity.Restore(Nonlinearity, IsNamed, functions);
        try
        {
            ConvNetArchitecture parts = new(Name, ConvNetArchitecture.Parse(Parts).Parts, UsesBatchNormalisation);
            return new ConvNetBlueprint(Image, Outputs, parts, function, BatchNormalisation, Readout);
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"The saved network cannot be used by this release. {exception.Message}", exception);
        }
    }
}

/// <summary>Writes and reads <see cref="ConvNetHeader"/> without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConvNetHeader))]
internal sealed partial class ConvNetHeaderContext : JsonSerializerContext;
