using Geometry.MLNet;
using Microsoft.ML;

namespace Geometry.Cli;

/// <summary>The JSON document of <c>model show</c> and <c>model check</c>. Names of properties are those of this text in camel case, and stay.</summary>
internal static class ModelDocument
{
    /// <summary>The document.</summary>
    public static object Of(string file, ModelDescription model) => new
    {
        Command = "model",
        File = file,
        model.Version,
        model.Size,
        model.Sha256,
        Inputs = model.InputSchema.Where(column => !column.IsHidden).Select(column => new { column.Name, Type = $"{column.Type}" }),
        Model = PartOf(model.Model),
    };

    private static object PartOf(ModelPart part) => new
    {
        part.Kind,
        part.Scopes,
        part.Transformers,
        part.Inputs,
        part.Outputs,
        Network = part.Network is { } network
            ? new
            {
                network.Kind, network.Architecture, network.Nonlinearity, network.IsNamed, network.Inputs,
                Layers = network.Layers.Select(layer => new { layer.Name, layer.Dimensions }), network.Outputs, Readout = $"{network.Readout}", network.Numbers,
            }
            : null,
        Files = part.Files.Select(file => new { file.Path, file.Size, file.Sha256 }),
        Parts = part.Parts.Select(PartOf),
    };
}
