using System.Globalization;
using System.Text.Json;
using Geometry.Scores;

namespace Geometry.Experiments;

/// <summary>What there is to know about the scores, as text: from the catalogue of scores.</summary>
public static class ScoreReference
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gets the headings of <see cref="Rows"/>.</summary>
    public static IReadOnlyList<string> Headers { get; } = ["score", "says", "range", "chance", "better", "standard error", "n", "default variant"];

    /// <summary>Gets the headings of <see cref="VariantRows"/>.</summary>
    public static IReadOnlyList<string> VariantHeaders { get; } = ["score", "variant", "how", "unchanged by", "source"];

    /// <summary>Gets a row a score.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows => ScoreCatalog.All.Select(score => (string[])
    [
        score.Name, score.Description, $"{Number(score.Minimum)} to {Number(score.Maximum)}", score.Chance is { } chance ? Number(chance) : "", Better(score),
        score.StandardErrorMeaning, score.CountMeaning, score.Variants[0].Name,
    ]);

    /// <summary>Gets a row a variant.</summary>
    public static IEnumerable<IReadOnlyList<string>> VariantRows => ScoreCatalog.All.SelectMany(score => score.Variants.Select(variant => (string[])
        [score.Name, variant.Name, variant.Description, string.Join(", ", Invariances(variant)), variant.Source]));

    /// <summary>Writes the table of scores that stands in README.md.</summary>
    /// <returns>Markdown, whose lines end in a line feed.</returns>
    public static string Markdown() => string.Concat(Rows.Select(row => row.Select((cell, i) => i is 0 or 7 ? $"`{cell}`" : cell))
        .Prepend(Headers.Select(_ => "---")).Prepend(Headers).Select(cells => $"| {string.Join(" | ", cells)} |\n"));

    /// <summary>Writes all that the catalogue says.</summary>
    /// <returns>A JSON list with an object a score; a bound that does not exist is null.</returns>
    public static string Json() => JsonSerializer.Serialize(
        ScoreCatalog.All.Select(score => new
        {
            name = score.Name,
            displayName = score.DisplayName,
            description = score.Description,
            minimum = Finite(score.Minimum),
            maximum = Finite(score.Maximum),
            chance = score.Chance,
            better = Better(score),
            standardError = score.StandardErrorMeaning,
            n = score.CountMeaning,
            variants = score.Variants.Select(variant => new { name = variant.Name, description = variant.Description, invariances = Invariances(variant), source = variant.Source }),
        }),
        s_json);

    private static string Better(ScoreDefinition score) => score.Better == ScoreDirection.Higher ? "higher" : "lower";

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static string Number(double value) =>
        double.IsFinite(value) ? value.ToString(CultureInfo.InvariantCulture) : value > 0 ? "infinity" : "-infinity";

    private static IEnumerable<string> Invariances(ScoreVariant variant) => Enum.GetValues<ScoreInvariances>()
        .Where(invariance => invariance != ScoreInvariances.None && variant.Invariances.HasFlag(invariance))
        .Select(invariance => invariance switch
        {
            ScoreInvariances.Rotation => "rotation",
            ScoreInvariances.Scale => "scale",
            ScoreInvariances.Shift => "shift",
            _ => "invertible linear maps",
        });
}
