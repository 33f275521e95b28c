using System.Globalization;
using Geometry.MLNet;
using Geometry.Networks;

namespace Geometry.Cli;

/// <summary>Prints what is in a model.</summary>
internal static class ModelDisplay
{
    /// <summary>Prints the parts, the input and the checksum.</summary>
    public static void Write(Terminal terminal, ModelDescription model)
    {
        IReadOnlyList<ModelPart> parts = model.Parts;
        new TextTable(
            ["part", "scope", "reads", "adds", "what"],
            [.. parts.Select(part => (IReadOnlyList<string>)
                [part.Kind, string.Join(", ", part.Scopes.Distinct()), string.Join(", ", part.Inputs), string.Join(", ", part.Outputs), What(part)])]).Write(terminal);
        terminal.Out.WriteLine($"Input: {string.Join(", ", model.InputSchema.Where(column => !column.IsHidden).Select(column => $"{column.Name} ({column.Type})"))}");
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Format {model.Version}, {model.Size} bytes, SHA-256 {model.Sha256}"));
    }

    private static string What(ModelPart part) => part.Network is { } network ? What(network) : string.Join(", ", part.Transformers);

    private static string What(NetworkDescription network) => string.Create(CultureInfo.InvariantCulture,
        $"{string.Join(" x ", network.Inputs)} inputs, {network.Architecture}, {Counted.Of(network.Outputs, "output")}, {network.Nonlinearity}{(network.IsNamed ? "" : " (a function of the user's)")}, {Counted.Of(network.Numbers, "number")}");
}
