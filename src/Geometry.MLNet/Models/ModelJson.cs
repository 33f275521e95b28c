using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Geometry.Scores;

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
        IgnoreReadOnlyProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Adapt } },
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
        RequireItems(document.RootElement);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("version", out JsonElement version)
            && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out int number)
            ? number
            : throw new JsonException("It says no version.");
    }

    // Lists have no nulls in them, which types do not tell the reader.
    private static void RequireItems(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    RequireItems(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    RequireItems(item.ValueKind == JsonValueKind.Null ? throw new JsonException("A list has a null in it.") : item);
                }

                break;
        }
    }

    private static void Adapt(JsonTypeInfo type)
    {
        if (type.Type == typeof(LinearDecoder))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions
            {
                TypeDiscriminatorPropertyName = "kind",
                DerivedTypes =
                {
                    new JsonDerivedType(typeof(SupportVectorDecoder), "svm"),
                    new JsonDerivedType(typeof(LeastSquaresDecoder), "least-squares"),
                    new JsonDerivedType(typeof(LogisticDecoder), "logistic"),
                },
            };
        }

        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        // What was trained is found anew with each view.
        foreach (JsonPropertyInfo trained in type.Properties.Where(property => property.PropertyType == typeof(IReadOnlyList<Dichotomy>)).ToArray())
        {
            type.Properties.Remove(trained);
        }

        // The default is the number of processors, which is that of the machine where the model is loaded.
        foreach (JsonPropertyInfo threads in type.Properties.Where(property => property is { Name: "maximumThreads" } && property.PropertyType == typeof(int)))
        {
            threads.ShouldSerialize = (_, value) => (int)value! != Environment.ProcessorCount;
        }
    }
}
