using System.Globalization;
using Geometry.Experiments;

namespace Geometry.Reports;

/// <summary>Tables of claims with their verdicts.</summary>
internal static class ClaimTables
{
    /// <summary>Writes a table.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="name">What the table is called by those who do not see it.</param>
    /// <param name="linkOf">Gives the identifier of the section of a claim's pipeline, or null where there is none; null for a table without such links.</param>
    public static void Write(HtmlWriter html, IReadOnlyList<ClaimRecord> claims, string name, Func<ClaimRecord, string?>? linkOf)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", name)).Open("table", ("class", "sortable claims")).Open("thead").Open("tr");
        foreach (string header in (string[])["claim", "verdict", "statement"])
        {
            html.Element("th", header, ("scope", "col"));
        }

        foreach (string header in (string[])["expected", "effect", "seeds"])
        {
            html.Element("th", header, ("scope", "col"), ("class", "number"));
        }

        if (linkOf is not null)
        {
            html.Element("th", "experiment", ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach (ClaimRecord claim in claims)
        {
            WriteRow(html, claim, linkOf);
        }

        html.Close().Close().Close();
    }

    /// <summary>Counts the verdicts in words, such as <c>7 hold, 2 are undecided</c>.</summary>
    public static string Count(IReadOnlyList<ClaimRecord> claims) => string.Join(", ", Enum.GetValues<Verdict>()
        .Select(verdict => (verdict, n: claims.Count(claim => claim.Verdict == verdict))).Where(pair => pair.n > 0)
        .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.n} {ClaimsMarkdown.WordOf(pair.verdict)}")));

    private static void WriteRow(HtmlWriter html, ClaimRecord claim, Func<ClaimRecord, string?>? linkOf)
    {
        html.Open("tr").Open("th", ("scope", "row")).Text(claim.Id).Element("small", $"figure {claim.Figure}").Close();
        html.Open("td").Element("span", ClaimsMarkdown.WordOf(claim.Verdict), ("class", $"verdict {ClaimsMarkdown.WordOf(claim.Verdict).Replace(' ', '-')}")).Close();
        html.Open("td", ("class", "statement")).Text(claim.Statement);
        string note = string.Join(" ", new[] { claim.Reason.Length > 0 ? $"Not run: {claim.Reason}." : "", claim.Remark }.Where(text => text.Length > 0));
        if (note.Length > 0)
        {
            html.Element("small", note);
        }

        html.Close();
        html.Element("td", ExpectedOf(claim), ("class", "number"), ("data-value", (claim.Expected ?? claim.Reference) is { } number ? NumberText.Exact(number) : null));
        html.Open("td", ("class", "number"), ("data-value", claim.Effect is { } value ? NumberText.Exact(value) : null)).Text(claim.Effect is { } effect ? Signed(claim, effect) : "");
        if ((claim.Low, claim.High) is ({ } low, { } high))
        {
            html.Element("small", $"{Signed(claim, low)} to {Signed(claim, high)}");
        }

        html.Close();
        html.Element("td", claim.Seeds > 0 ? NumberText.Of(claim.Seeds) : "", ("class", "number"));
        if (linkOf is not null)
        {
            html.Open("td");
            string pipeline = Path.GetFileNameWithoutExtension(claim.Pipeline);
            if (linkOf(claim) is { } link)
            {
                html.Element("a", pipeline, ("href", $"#{link}"));
            }
            else
            {
                html.Text(pipeline);
            }

            html.Close();
        }

        html.Close();
    }

    private static string ExpectedOf(ClaimRecord claim)
    {
        string reference = claim.Reference is { } number ? $" ({Signed(claim, number)})" : "";
        return claim.Direction switch
        {
            _ when claim.Verdict == Verdict.NotRun && claim.Pipeline.Length == 0 => "",
            ClaimDirection.Positive => $"> 0{reference}",
            ClaimDirection.Negative => $"< 0{reference}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{claim.Expected ?? 0:0.###} ± {claim.Smallest:0.###}"),
        };
    }

    // A difference has a sign, a number that a closed form gives has none.
    private static string Signed(ClaimRecord claim, double value) =>
        value.ToString(claim.Direction == ClaimDirection.Equal && claim.Expected != 0 ? "0.000" : "+0.000;\u22120.000;0.000", CultureInfo.InvariantCulture);
}
