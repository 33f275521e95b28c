using System.Globalization;

namespace Geometry.Experiments;

/// <summary>The file claims.csv: one row a claim, written as <see cref="ScoresCsv"/> is.</summary>
public static class ClaimsCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "claims.csv";

    /// <summary>Gets the names of the columns in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "id", "figure", "source", "statement", "pipeline", "direction", "expected", "smallest", "reference", "effect", "low", "high", "seeds", "verdict", "reason", "remark",
    ];

    /// <summary>Writes a header and the results.</summary>
    /// <param name="results">The results.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(IEnumerable<ClaimResult> results, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(writer);
        ScoresCsv.WriteLine(writer, Columns);
        foreach (ClaimResult result in results)
        {
            Claim claim = result.Claim;
            ScoresCsv.WriteLine(writer,
            [
                claim.Id, claim.Figure, claim.Source, claim.Statement, Path.GetFileName(claim.Pipeline), claim.Direction.ToString(),
                claim.Direction == ClaimDirection.Equal ? Text(claim.Expected) : "", Text(claim.Smallest), Text(claim.Reference), Text(result.Effect), Text(result.Low), Text(result.High),
                result.Seeds.ToString(CultureInfo.InvariantCulture), result.Verdict.ToString(), result.Reason, claim.Remark,
            ]);
        }
    }

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
