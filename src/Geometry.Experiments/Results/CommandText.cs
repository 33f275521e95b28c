using System.Globalization;

namespace Geometry.Experiments;

/// <summary>The commands that make results again, as one types them.</summary>
internal static class CommandText
{
    /// <summary>Gives the command that runs a pipeline.</summary>
    public static string Of(Pipeline pipeline) => Line(
    [
        "run", pipeline.File, .. pipeline.IsQuick ? (string[])["--quick"] : [],
        .. pipeline.IsSeedGiven ? (string[])["--seed", pipeline.Seed.ToString(CultureInfo.InvariantCulture)] : [],
    ]);

    /// <summary>Gives the command that scores a table, by the settings that its manifest has.</summary>
    public static string OfTable(string table, IReadOnlyDictionary<string, string> settings)
    {
        List<string> words = ["score", table];
        foreach ((string setting, string option) in new[]
        {
            ("embeddings", "--embedding"), ("conditions", "--condition"), ("targets", "--target"), ("input", "--input"), ("scores", "--scores"), ("settings", "--set"), ("seed", "--seed"),
        })
        {
            bool isList = setting is "embeddings" or "settings";
            string value = settings.GetValueOrDefault(setting, "");
            foreach (string item in value.Length == 0 ? [] : isList ? value.Split("; ") : [value])
            {
                words.AddRange([option, item]);
            }
        }

        return Line(words);
    }

    private static string Line(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted).Prepend("geometry"));

    // As POSIX shells need it.
    private static string Quoted(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./,:=+@%".Contains(c, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
