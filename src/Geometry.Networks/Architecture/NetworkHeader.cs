using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Geometry.Networks;

/// <summary>
/// What a saved network, or training, is made of: JSON with a <c>kind</c> and a <c>version</c>, among the texts in the header of the safetensors file that has
/// its numbers.
/// </summary>
internal static class NetworkHeader
{
    private const string Key = "geometry", What = "network";

    /// <summary>The kind of a multilayer perceptron, of a convolutional network, and of the state of a training.</summary>
    public const string Mlp = "mlp", ConvNet = "convolutional", Training = "convolutional-training";

    /// <summary>Makes the texts of a file.</summary>
    public static IReadOnlyDictionary<string, string> Write<T>(T header, JsonTypeInfo<T> type) =>
        new Dictionary<string, string> { [Key] = JsonSerializer.Serialize(header, type), ["format"] = "pt" };

    /// <summary>Reads the header of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">What it must be of.</param>
    /// <param name="newest">The newest version that can be read.</param>
    /// <param name="type">How the header is read.</param>
    /// <exception cref="InvalidDataException">It is of something else or of an unknown version, or is damaged.</exception>
    public static T Read<T>(SafetensorsFile file, string kind, int newest, JsonTypeInfo<T> type)
        where T : class
    {
        if (!file.Metadata.TryGetValue(Key, out string? json))
        {
            throw new InvalidDataException($"The safetensors file does not say of which {What} it is: its metadata lack '{Key}'. Load weights alone with {nameof(ModuleWeights)}.");
        }

        return Guard(() =>
        {
            (string? found, int version) = ReadKind(json);
            return found != kind
                ? throw new InvalidDataException($"The safetensors file is of kind '{found}', not '{kind}'.")
                : version < 1 || version > newest
                ? throw new InvalidDataException($"The saved {What} has format version {version}; this release reads {(newest == 1 ? "version 1" : $"versions 1 to {newest}")}. Use a later release of the library.")
                : JsonSerializer.Deserialize(json, type) ?? throw new JsonException("It is null.");
        });
    }

    /// <summary>What a file is of; null where it does not say.</summary>
    /// <exception cref="InvalidDataException">What it says is damaged.</exception>
    public static string? KindOf(SafetensorsFile file) => file.Metadata.TryGetValue(Key, out string? json) ? Guard(() => ReadKind(json).Kind) : null;

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException($"The saved {What} is damaged: its description cannot be read. {exception.Message}", exception);
        }
    }

    private static (string? Kind, int Version) ReadKind(string json)
    {
        using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json), new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false });
        return (document.RootElement.GetProperty("kind").GetString(), document.RootElement.GetProperty("version").GetInt32());
    }
}
