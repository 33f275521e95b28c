using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Geometry.Networks;

/// <summary>The header of a safetensors file: which tensors it has, where their bytes are, and a dictionary of texts. Nothing in it is believed before it is checked.</summary>
internal sealed class SafetensorsHeader
{
    /// <summary>The longest header that is read, in bytes.</summary>
    public const int MaximumLength = 1 << 24;

    private const int MaximumDimensions = 32, Alignment = 8;
    private const string MetadataName = "__metadata__";

    /// <summary>Makes a header of tensors whose bytes follow each other in the order of their starts.</summary>
    public SafetensorsHeader(IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string> metadata) => (Tensors, Metadata) = (tensors, metadata);

    /// <summary>Gets the tensors, in the order of their bytes.</summary>
    public IReadOnlyList<SafetensorsTensor> Tensors { get; }

    /// <summary>Gets the texts.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Gets the bytes of all tensors.</summary>
    public long DataLength => Tensors.Count == 0 ? 0 : Tensors[^1].Start + Tensors[^1].Size;

    /// <summary>Lays tensors out: those of the largest numbers first, as aligned access wants it, and by name among equals.</summary>
    public static SafetensorsHeader Of(IEnumerable<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        List<SafetensorsTensor> placed = [];
        long start = 0;
        foreach (SafetensorsTensor tensor in tensors.OrderByDescending(tensor => SafetensorsTypes.SizeOf(tensor.Type)).ThenBy(tensor => tensor.Name, StringComparer.Ordinal))
        {
            placed.Add(tensor with { Start = start });
            start += tensor.Size;
        }

        return new SafetensorsHeader(placed, metadata);
    }

    /// <summary>Writes the header as JSON, padded with blanks so that the tensors behind it are aligned.</summary>
    public byte[] ToJson()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (Metadata.Count > 0)
            {
                json.WriteStartObject(MetadataName);
                foreach ((string key, string value) in Metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    json.WriteString(key, value);
                }

                json.WriteEndObject();
            }

            foreach (SafetensorsTensor tensor in Tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", SafetensorsTypes.NameOf(tensor.Type));
                WriteNumbers(json, "shape", tensor.Shape);
                WriteNumbers(json, "data_offsets", [tensor.Start, tensor.Start + tensor.Size]);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (stream.Length % Alignment != 0)
        {
            stream.WriteByte((byte)' ');
        }

        return stream.ToArray();
    }

    /// <summary>Reads a header.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static SafetensorsHeader Parse(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span) || json.Span is not [(byte)'{', ..])
        {
            throw Damaged("it is no JSON object in UTF-8");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
            Dictionary<string, string> metadata = [];
            List<SafetensorsTensor> tensors = [];
            foreach (JsonProperty entry in document.RootElement.EnumerateObject())
            {
                if (entry.Name == MetadataName)
                {
                    metadata = entry.Value.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString() ?? throw Damaged("a text of its metadata is null"), StringComparer.Ordinal);
                }
                else
                {
                    tensors.Add(ReadTensor(entry));
                }
            }

            return new SafetensorsHeader(InOrder(tensors), metadata);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw Damaged(exception.Message, exception);
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static SafetensorsTensor ReadTensor(JsonProperty entry)
    {
        string? type = null;
        long[]? shape = null, offsets = null;
        foreach (JsonProperty property in entry.Value.EnumerateObject())
        {
            switch (property.Name)
            {
                case "dtype":
                    type = property.Value.GetString();
                    break;
                case "shape":
                    shape = Numbers(property.Value);
                    break;
                case "data_offsets":
                    offsets = Numbers(property.Value);
                    break;
                default:
                    throw Damaged($"tensor '{Shortened(entry.Name)}' has a property '{Shortened(property.Name)}'");
            }
        }

        if (SafetensorsTypes.Find(type) is not { } known)
        {
            throw Damaged($"tensor '{Shortened(entry.Name)}' has numbers of type '{Shortened(type ?? "")}'; known are {SafetensorsTypes.Known}");
        }

        if (shape is null || shape.Length > MaximumDimensions || offsets is not [var start, var end])
        {
            throw Damaged($"tensor '{Shortened(entry.Name)}' has no shape of at most {MaximumDimensions} dimensions, or no start and end");
        }

        var tensor = new SafetensorsTensor(entry.Name, known, shape) { Start = start };
        return end - start == tensor.Size
            ? tensor
            : throw Damaged($"tensor '{Shortened(entry.Name)}' is {tensor.Form}, which takes {tensor.Size} bytes, and has {end - start}");
    }

    private static long[] Numbers(JsonElement array)
    {
        long[] numbers = [.. array.EnumerateArray().Select(number => number.GetInt64())];
        return numbers.All(number => number >= 0) ? numbers : throw Damaged("a size or a place is negative");
    }

    // Bytes without a tensor, or of two, are as suspicious as bytes that are missing.
    private static List<SafetensorsTensor> InOrder(List<SafetensorsTensor> tensors)
    {
        List<SafetensorsTensor> sorted = [.. tensors.OrderBy(tensor => tensor.Start).ThenBy(tensor => tensor.Size)];
        long end = 0;
        foreach (SafetensorsTensor tensor in sorted)
        {
            if (tensor.Start != end)
            {
                throw Damaged($"tensor '{Shortened(tensor.Name)}' starts at byte {tensor.Start}, where {end} is the next");
            }

            end = checked(end + tensor.Size);
        }

        return sorted;
    }

    private static string Shortened(string text) => text.Length <= 80 ? text : $"{text[..80]}...";

    private static InvalidDataException Damaged(string what, Exception? inner = null) => new($"The header of the safetensors file is damaged: {what.TrimEnd('.')}.", inner);
}
