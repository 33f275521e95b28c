using System.Text.Json.Serialization;

namespace Geometry.Networks;

/// <summary>The header of a saved convolutional network.</summary>
internal sealed record ConvNetHeader(
    int[] Image, int Outputs, string Name, string Parts, string Nonlinearity, bool IsNamed, bool BatchNormalisation, ReadoutMode Readout)
{
    /// <summary>Describes a network.</summary>
    public static ConvNetHeader Of(ConvNetBlueprint blueprint) => new(
        [.. blueprint.ImageShape], blueprint.Outputs, blueprint.Architecture.Name, blueprint.Architecture.Text,
        blueprint.Nonlinearity.Text, blueprint.Nonlinearity.IsNamed, blueprint.BatchNormalisation, blueprint.Readout);

    /// <summary>Gives the blueprint back, with a user's own nonlinearity looked up among the given ones.</summary>
    public ConvNetBlueprint ToBlueprint(IEnumerable<Nonlinearity> functions)
    {
        if (Image is null || string.IsNullOrEmpty(Name) || string.IsNullOrEmpty(Parts) || string.IsNullOrEmpty(Nonlinearity) || !Enum.IsDefined(Readout))
        {
            throw new InvalidDataException("The saved network is damaged: its header describes no network.");
        }

        Nonlinearity function = SavedNonlinearity.Find(Nonlinearity, IsNamed, functions);
        try
        {
            ConvNetArchitecture parts = new(Name, ConvNetArchitecture.Parse(Parts).Parts, BatchNormalisation);
            return new ConvNetBlueprint(Image, Outputs, parts, function, BatchNormalisation, Readout);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"The saved network cannot be used by this release. {exception.Message}", exception);
        }
    }
}

/// <summary>Writes and reads <see cref="ConvNetHeader"/> without reflection.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConvNetHeader))]
internal sealed partial class ConvNetHeaderContext : JsonSerializerContext;
