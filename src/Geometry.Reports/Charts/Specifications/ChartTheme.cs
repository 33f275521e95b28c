using System.Text.Json.Nodes;

namespace Geometry.Reports;

/// <summary>What all charts look alike in, and how a chart is put together.</summary>
internal static class ChartTheme
{
    /// <summary>The colour of lines that are not data, such as that of chance.</summary>
    public const string Guide = "#767676";

    /// <summary>The colour of text that is not a title.</summary>
    public const string Faint = "#555555";

    private const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";
    private const int CharactersPerPixelTimesHundred = 13;

    private static object Config => new
    {
        background = "#ffffff",
        font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif",
        title = new { anchor = "start", fontSize = 15, fontWeight = 600, subtitleFontSize = 12, subtitleColor = Faint, subtitlePadding = 4, offset = 12 },
        axis = new { labelFontSize = 11, titleFontSize = 12, titleFontWeight = "normal", gridColor = "#e8e8e8", domainColor = "#888888", tickColor = "#888888", labelColor = "#333333", titleColor = "#222222" },
        axisQuantitative = new { labelFlush = false },
        legend = new { labelFontSize = 12, titleFontSize = 12, titleFontWeight = "normal", symbolSize = 90, symbolStrokeWidth = 2 },
        view = new { stroke = "#d0d0d0" },
        concat = new { spacing = 26 },
    };

    /// <summary>Puts a chart together out of panels side by side.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="title">What the chart shows.</param>
    /// <param name="subtitle">What is drawn how.</param>
    /// <param name="description">The text alternative.</param>
    /// <param name="panels">The panels, at least one.</param>
    /// <param name="columns">How many panels are side by side, at most.</param>
    /// <param name="width">The width of the whole in pixels, about, which lines of titles have to fit.</param>
    /// <param name="isShared">Whether all panels have the same colours.</param>
    public static Chart Chart(string id, string title, string subtitle, string description, IReadOnlyList<object> panels, int columns, int width, bool isShared = true)
    {
        object[] views = [.. panels];
        object heading = new { text = Lines(title, width * 100 / 800), subtitle = subtitle.Length == 0 ? null : Lines(subtitle, width * CharactersPerPixelTimesHundred / 85) };
        var specification = (JsonObject)Spec.Of(views.Length == 1
            ? new { title = heading, description, config = Config }
            : new
            {
                title = heading, description, config = Config, columns = Math.Min(columns, views.Length), concat = views,
                resolve = isShared ? null : new { scale = new { color = "independent" } },
            });
        if (views.Length == 1)
        {
            foreach ((string name, JsonNode? value) in ((JsonObject)Spec.Of(views[0])).Where(field => field.Key != "title").ToArray())
            {
                specification[name] = value?.DeepClone();
            }
        }

        specification.Insert(0, "$schema", Schema);
        return new Chart(id, title, subtitle, description, specification);
    }

    /// <summary>Gives how many panels are side by side, and the width and height of each, for a page of usual width.</summary>
    public static (int Columns, int Width, int Height) Layout(int panels) => panels switch
    {
        1 => (1, 480, 240),
        2 or 4 => (2, 360, 190),
        _ => (3, 235, 170),
    };

    /// <summary>Gives the heading of a panel.</summary>
    public static object Heading(string text, int width) => new { text = Lines(text, width * 100 / 640), fontSize = 12, fontWeight = 600, anchor = "start", frame = "group", offset = 6 };

    /// <summary>Breaks a text into lines of a number of characters at most, at spaces where it can.</summary>
    public static string[] Lines(string text, int length)
    {
        List<string> lines = [];
        foreach (string word in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= length)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return [.. lines];
    }
}
