using System.Globalization;
using System.Text;

namespace Geometry.Experiments;

/// <summary>The file claims.md: the claims as a table, and their remarks below it.</summary>
public static class ClaimsMarkdown
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "claims.md";

    /// <summary>Gets the headers of the table.</summary>
    public static IReadOnlyList<string> Headers { get; } = ["claim", "figure", "statement", "expected", "measured", "seeds", "verdict"];

    /// <summary>Gives a line of the table.</summary>
    /// <param name="result">The result of a claim.</param>
    /// <returns>The cells.</returns>
    public static IReadOnlyList<string> CellsOf(ClaimResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Claim claim = result.Claim;
        return
        [
            claim.Id, claim.Figure, claim.Statement, ExpectedOf(claim), MeasuredOf(result), result.Seeds > 0 ? result.Seeds.ToString(CultureInfo.InvariantCulture) : "",
            WordOf(result.Verdict),
        ];
    }

    /// <summary>Gives the word for a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The word.</returns>
    public static string WordOf(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.Reversed => "reversed",
        Verdict.Undecided => "undecided",
        _ => "not run",
    };

    /// <summary>Gives the text of the file.</summary>
    /// <param name="set">The claims.</param>
    /// <param name="results">Their results.</param>
    /// <param name="quick">Whether the runs were quick ones.</param>
    /// <returns>The text.</returns>
    public static string Of(ClaimSet set, IReadOnlyList<ClaimResult> results, bool quick)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(results);
        var text = new StringBuilder($"# {set.Title}\n\n{Explanation(set, quick)}\n\n");
        AppendLine(text, Headers);
        AppendLine(text, Headers.Select(_ => "---"));
        foreach (ClaimResult result in results)
        {
            AppendLine(text, CellsOf(result));
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{Count(results)}\n");
        foreach (string note in NotesOf(results))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {note}");
        }

        return text.Append('\n').ToString();
    }

    /// <summary>Counts the verdicts in words.</summary>
    /// <param name="results">The results.</param>
    /// <returns>A sentence.</returns>
    public static string Count(IReadOnlyList<ClaimResult> results) => string.Join(", ", Enum.GetValues<Verdict>()
        .Select(verdict => (verdict, n: results.Count(result => result.Verdict == verdict))).Where(pair => pair.n > 0)
        .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.n} {WordOf(pair.verdict)}"))) + ".";

    /// <summary>Gives what is to be kept in mind: the remarks of the claims, and why some were not run.</summary>
    /// <param name="results">The results.</param>
    /// <returns>A sentence or more for each of these claims.</returns>
    public static IEnumerable<string> NotesOf(IEnumerable<ClaimResult> results) => results
        .Where(result => result.Reason.Length + result.Claim.Remark.Length > 0)
        .Select(result => $"{result.Claim.Id}: {(result.Reason.Length > 0 ? $"not run: {result.Reason}. " : "")}{result.Claim.Remark}".TrimEnd());

    private static string Explanation(ClaimSet set, bool quick) => string.Create(CultureInfo.InvariantCulture,
        $"""
        An effect is a mean over seeds, with its {100 * set.Confidence:0.##}% t interval; what is compared in it shares the task, the rows and the initial weights of each seed. `holds`: the interval lies on
        the side of the claim and the effect reaches the smallest one of interest, which the file of claims names; `reversed`: the same on the other side; `undecided`: neither. A
        claim that two numbers are equal holds when the interval is within that distance.{(quick ? " **This is a quick run: fewer seeds and settings than the full one.**" : "")}
        """);

    private static string ExpectedOf(Claim claim)
    {
        string sign = claim.Direction switch
        {
            ClaimDirection.Positive => "> 0",
            ClaimDirection.Negative => "< 0",
            _ => string.Create(CultureInfo.InvariantCulture, $"{claim.Expected:0.###} ± {claim.Smallest:0.###}"),
        };
        return claim.NotRun.Length > 0 ? ""
            : claim.Reference is { } reference && claim.Direction != ClaimDirection.Equal ? string.Create(CultureInfo.InvariantCulture, $"{sign} ({reference:+0.00#;-0.00#;0})") : sign;
    }

    private static string MeasuredOf(ClaimResult result) => (result.Effect, result.Low) switch
    {
        (null, _) => "",
        ({ } effect, null) => Number(result.Claim, effect),
        ({ } effect, { } low) => $"{Number(result.Claim, effect)} [{Number(result.Claim, low)}, {Number(result.Claim, result.High!.Value)}]",
    };

    // A difference has a sign, a number that a closed form gives has none.
    private static string Number(Claim claim, double value) =>
        value.ToString(claim.Direction == ClaimDirection.Equal && claim.Expected != 0 ? "0.000" : "+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells) => text.Append("| ")
        .AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
}
