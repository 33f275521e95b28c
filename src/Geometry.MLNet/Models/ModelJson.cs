using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Geometry.MLNet;

/// <summary>The JSON of model files. Reading is strict: no unknown or repeated properties, no nulls where there are none, enumerations by name.</summary>
internal static class ModelJson
{
    private const int MaximumDepth = 64;

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaximumDepth,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>Writes an object.</summary>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, s_options);

    /// <summary>Makes an element of an object.</summary>
    public static JsonElement ToElement<T>(T value) => JsonSerializer.SerializeToElement(value, s_options);

    /// <summary>Reads an object of an element.</summary>
    public static T FromElement<T>(JsonElement element)
        where T : class => element.Deserialize<T>(s_options) ?? throw new JsonException("It is null.");

    /// <summary>Reads an object with a version.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="what">What they are of, for messages.</param>
    /// <param name="newest">The newest version that is known.</param>
    /// <exception cref="InvalidDataException">They are damaged, or of a version that is not known.</exception>
    public static T Read<T>(byte[] json, string what, int newest)
        where T : class => Guard(what, () =>
    {
        int version = Version(json);
        return version < 1 || version > newest
            ? throw new InvalidDataException($"The {what} has format version {version}; this release reads {(newest == 1 ? "version 1" : $"versions 1 to {newest}")}. Use a later release of the library.")
            : JsonSerializer.Deserialize<T>(json, s_options) ?? throw new JsonException("It is null.");
    });

    /// <summary>Says of what is thrown over content that it is the file that is wrong.</summary>
    /// <param name="what">What was read, for messages.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static T Guard<T>(string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or FormatException or OverflowException or NotSupportedException or KeyNotFoundException)
        {
            throw new InvalidDataException($"The {what} is damaged: {exception.Message}", exception);
        }
    }

    private static int Version(byte[] json)
    {
        if (!System.Text.Unicode.Utf8.IsValid(json))
        {
            throw new JsonException("It is no text in UTF-8.");
        }

        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaximumDepth, AllowDuplicateProperties = false });
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("version", out JsonElement version)
            && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out int number)
            ? number
            : throw new JsonException("It says no version.");
    }
}
