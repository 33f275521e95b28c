using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Geometry.Reports;

/// <summary>Writes Vega-Lite specifications out of plain objects.</summary>
internal static class Spec
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new RoundedNumbers(), new Nulls() },
    };

    /// <summary>Gets what becomes null: in Vega-Lite the absence of an axis, a legend or a scale, where a field that is left out means the usual one.</summary>
    public static object None { get; } = new Nothing();

    /// <summary>Gives an object as JSON: numbers rounded, fields without a value left out.</summary>
    public static JsonNode Of(object value) => JsonSerializer.SerializeToNode(value, s_options)!;

    /// <summary>Gives the data of a view.</summary>
    public static object Data(IEnumerable<object> rows) => new { values = rows.ToArray() };

    // Five digits are more than a chart shows, and half the size of all.
    private sealed class RoundedNumbers : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(double.Parse(value.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    private sealed class Nothing;

    private sealed class Nulls : JsonConverter<Nothing>
    {
        public override Nothing Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new();

        public override void Write(Utf8JsonWriter writer, Nothing value, JsonSerializerOptions options) => writer.WriteNullValue();
    }
}
