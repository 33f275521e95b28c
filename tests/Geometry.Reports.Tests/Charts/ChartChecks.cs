using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Geometry.Reports.Tests;

/// <summary>What holds of every chart.</summary>
internal static partial class ChartChecks
{
    private const int MostRows = 6000, MostBytes = 1_000_000;

    /// <summary>Checks a chart: texts, data, fields, axes, colours, size.</summary>
    public static void Check(Chart chart)
    {
        Identifier().IsMatch(chart.Id).ShouldBeTrue(chart.Id);
        chart.Title.Length.ShouldBeGreaterThan(20, chart.Id);
        chart.Title.ShouldNotEndWith(".");
        chart.Caption.Length.ShouldBeGreaterThan(15, chart.Id);
        chart.Description.Length.ShouldBeGreaterThan(40, chart.Id);
        chart.Description.ShouldNotContain("NaN");
        JsonObject specification = chart.Specification;
        specification["$schema"]!.GetValue<string>().ShouldStartWith("https://vega.github.io/schema/vega-lite/v");
        string.Join(' ', specification["title"]!["text"]!.AsArray().Select(line => line!.GetValue<string>())).ShouldBe(chart.Title);
        specification["description"]!.GetValue<string>().ShouldBe(chart.Description);
        specification.ToJsonString().Length.ShouldBeLessThan(MostBytes, chart.Id);
        foreach ((JsonObject view, JsonArray rows) in Views(specification, []))
        {
            CheckView(chart.Id, view, rows);
        }
    }

    /// <summary>Gives the views that draw something, each with the rows that it draws.</summary>
    public static IEnumerable<(JsonObject View, JsonArray Rows)> Views(JsonObject view, JsonArray inherited)
    {
        JsonArray rows = view["data"]?["values"]?.AsArray() ?? inherited;
        JsonArray? parts = (view["concat"] ?? view["layer"])?.AsArray();
        return parts is null ? [(view, rows)] : parts.SelectMany(part => Views(part!.AsObject(), rows));
    }

    private static void CheckView(string id, JsonObject view, JsonArray rows)
    {
        view["mark"].ShouldNotBeNull(id);
        rows.Count.ShouldBeInRange(1, MostRows, id);
        HashSet<string> fields = [.. rows.SelectMany(row => row!.AsObject().Select(field => field.Key))];
        foreach ((string channel, JsonNode? encoding) in view["encoding"]!.AsObject())
        {
            foreach (JsonObject definition in encoding is JsonArray several ? several.Select(item => item!.AsObject()) : [encoding!.AsObject()])
            {
                if (definition["field"] is { } field && channel != "tooltip")
                {
                    fields.ShouldContain(field.GetValue<string>(), $"{id}: {channel}");
                }

                if (channel is "x" or "y" && definition["type"]?.GetValue<string>() == "quantitative" && view["data"] is null)
                {
                    (definition["title"] ?? definition["axis"]?["title"]).ShouldNotBeNull($"{id}: {channel} has no title");
                }

                if (channel == "color" && definition["field"]?.GetValue<string>() == "f")
                {
                    CheckColours(definition["scale"]!);
                }
            }
        }

        foreach (JsonValue number in rows.SelectMany(row => row!.AsObject()).Select(field => field.Value).OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.Number))
        {
            double value = double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);
            value.ShouldBe(double.Parse(value.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), id);
        }
    }

    private static void CheckColours(JsonNode scale)
    {
        foreach ((JsonNode? word, JsonNode? colour) in scale["domain"]!.AsArray().Zip(scale["range"]!.AsArray()))
        {
            string name = word!.GetValue<string>();
            colour!.GetValue<string>().ShouldBe(name switch { "tanh" => "#0072B2", "ReLU" => "#D55E00", "no network" => NonlinearityStyle.Of("").Colour, _ => NonlinearityStyle.Of(name.ToLowerInvariant()).Colour });
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Identifier();
}
