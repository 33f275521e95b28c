using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Geometry.Reports;

/// <summary>The scripts, styles and licences that the build put into this assembly.</summary>
internal static class ReportScripts
{
    private const string LicencePrefix = "licence/";

    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = false };

    /// <summary>Gets the scripts that draw Vega-Lite charts: vega, vega-lite.</summary>
    public static IReadOnlyList<string> Drawing { get; } = [Script("vega.min.js"), Script("vega-lite.min.js")];

    /// <summary>Gets the scripts of a page in the order in which they run.</summary>
    public static IReadOnlyList<string> OfPage { get; } = [.. Drawing, Script("vega-embed.min.js"), Script("report.js")];

    /// <summary>Gets the script that Node.js draws charts with.</summary>
    public static string OfNode { get; } = Read("svg.js");

    /// <summary>Gets the style of a page.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>Gets the licences of the packages whose scripts a page has in it.</summary>
    public static string Licences { get; } = string.Join("\n\n", Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(LicencePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(name => $"{name[LicencePrefix.Length..].Split('/')[0]}\n{Read(name).Trim()}"));

    /// <summary>Gives what a content security policy names a script by.</summary>
    /// <param name="script">The text between the tags.</param>
    public static string HashOf(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    /// <summary>Writes JSON that can stand in a script element: the default encoder leaves no angle bracket or ampersand as it is.</summary>
    public static string SafeJson(JsonNode json) => json.ToJsonString(s_json);

    // A browser hashes a script with line feeds, and ends it at the first closing tag, wherever that stands.
    private static string Script(string name) => Read(name)
        .Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase).Replace("<!--", "<\\!--", StringComparison.Ordinal);

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
