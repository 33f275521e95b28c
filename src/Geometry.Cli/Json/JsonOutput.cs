using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Geometry.Cli;

/// <summary>What commands write for programs: one JSON document on the standard output, whatever happens, and nothing else there.</summary>
internal static class JsonOutput
{
    private const string Name = "--json";

    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Makes the option that asks for it.</summary>
    public static Option<bool> Option() => Flag.Of(Name, "Writes the result, or the error, as one JSON document to standard output. Messages stay on standard error.");

    /// <summary>Gets whether the words ask for it; this must be known of words that make no command, too.</summary>
    public static bool IsWanted(IReadOnlyList<string> args) => args.TakeWhile(word => word != "--").Contains(Name, StringComparer.Ordinal);

    /// <summary>Writes a document; names of properties become camel case.</summary>
    public static void Write(Terminal terminal, object document) => terminal.Out.WriteLine(JsonSerializer.Serialize(document, s_options));
}
