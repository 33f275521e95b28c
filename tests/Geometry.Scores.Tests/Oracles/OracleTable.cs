using System.Globalization;
using System.Text.Json;

namespace Geometry.Scores.Tests.Oracles;

/// <summary>A table and the values that numpy and scikit-learn give for it; made by make_oracles.py.</summary>
public sealed class OracleTable
{
    private static readonly Lazy<JsonDocument> s_expected = new(() => JsonDocument.Parse(File.ReadAllText(PathOf("expected.json"))));

    public OracleTable(string name)
    {
        var lines = File.ReadAllLines(PathOf(name + ".csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        Conditions = new ConditionLabels(
            lines.Select(line => int.Parse(line[0], CultureInfo.InvariantCulture)).ToArray(),
            [.. Enumerable.Range(0, lines.Max(line => int.Parse(line[0], CultureInfo.InvariantCulture)) + 1).Select(c => $"c{c}")]);
        Representation = Samples.Matrix([.. lines.Select(line => line.Skip(1).Select(v => (double)float.Parse(v, CultureInfo.InvariantCulture)).ToArray())]);
        Expected = s_expected.Value.RootElement.GetProperty(name);
        Other = Samples.Matrix([.. Expected.GetProperty("other").EnumerateArray().Select(Numbers)]);
        Dichotomies = Dichotomy.AllBalanced(Conditions.Count);
        HighLow = ConditionLabels.Combine(("high", Part(code => code / 2)), ("low", Part(code => code % 2)));
    }

    public Representation Representation { get; }

    public Representation Other { get; }

    public ConditionLabels Conditions { get; }

    /// <summary>The same conditions, made of two variables: a condition's number is 2 high + low.</summary>
    public ConditionLabels HighLow { get; }

    public DichotomySet Dichotomies { get; }

    public JsonElement Expected { get; }

    public static double[] Numbers(JsonElement element) => [.. element.EnumerateArray().Select(v => v.GetDouble())];

    public static LinearDecoder Decoder(string name) => name switch
    {
        "svm" => LinearDecoder.SupportVector,
        "svm-balanced" => new SupportVectorDecoder { Weighting = ClassWeighting.Balanced },
        "least-squares" => LinearDecoder.LeastSquares,
        "logistic" => LinearDecoder.Logistic,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private ConditionLabels Part(Func<int, int> part) => Samples.Conditions([.. Conditions.Codes.ToArray().Select(part)]);

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Oracles", file);
}
