using Geometry.Experiments;

namespace Geometry.Reports;

/// <summary>The effects of claims below each other, with intervals, the smallest effect of interest and the verdict.</summary>
internal static class ClaimForest
{
    private const int Width = 360, RowHeight = 19, LabelWidth = 490, LabelLength = 88;

    private static readonly (Verdict Verdict, string Word, string Colour, string Shape)[] s_verdicts =
        [(Verdict.Holds, "holds", "#009E73", "circle"), (Verdict.Undecided, "undecided", "#767676", "diamond"), (Verdict.Reversed, "reversed", "#CC79A7", "triangle-down")];

    /// <summary>Makes a chart of the claims about a direction and one of those about a number; none where no claim was run.</summary>
    public static IEnumerable<Chart> Of(IReadOnlyList<ClaimRecord> claims)
    {
        ClaimRecord[] directed = [.. claims.Where(claim => claim is { Effect: not null, Direction: not ClaimDirection.Equal })], equal = [.. claims.Where(claim => claim is { Effect: not null, Direction: ClaimDirection.Equal })];
        if (directed.Length > 0)
        {
            yield return Make("claims", "Claims of a difference", directed, "effect (units of the score)", claim => claim.Direction == ClaimDirection.Positive ? (0, claim.Smallest) : (-claim.Smallest, 0),
                "grey: effects on the side of the claim that are too small to matter");
        }

        if (equal.Length > 0)
        {
            yield return Make("claims-equal", "Claims of a number", equal, "effect minus the expected number", claim => (-claim.Smallest, claim.Smallest), "grey: what counts as equal");
        }
    }

    private static Chart Make(string id, string what, ClaimRecord[] claims, string axis, Func<ClaimRecord, (double From, double To)> band, string bandWords)
    {
        string[] labels = [.. claims.Select(Label)];
        object y = new { field = "label", type = "nominal", scale = new { domain = labels }, axis = new { title = "", labelLimit = LabelWidth, grid = true } };
        object X(string field) => new { field, type = "quantitative", title = axis, scale = new { zero = true } };
        object colour = new { field = "verdict", type = "nominal", scale = new { domain = Words(verdict => verdict.Word), range = Words(verdict => verdict.Colour) }, legend = new { orient = "top", title = "verdict", titleOrient = "left" } };
        object shape = new { field = "verdict", type = "nominal", scale = new { domain = Words(verdict => verdict.Word), range = Words(verdict => verdict.Shape) }, legend = new { orient = "top", title = "verdict", titleOrient = "left" } };
        object panel = new
        {
            width = Width,
            height = new { step = RowHeight },
            data = Spec.Data(claims.Select((claim, i) =>
            {
                double shift = claim.Expected ?? 0;
                return (object)new
                {
                    label = labels[i], verdict = s_verdicts.First(known => known.Verdict == claim.Verdict).Word, statement = claim.Statement, effect = claim.Effect!.Value - shift, low = claim.Low - shift,
                    high = claim.High - shift, from = band(claim).From, to = band(claim).To, seeds = claim.Seeds,
                };
            })),
            layer = new object[]
            {
                new { mark = new { type = "bar", color = "#dedede", height = RowHeight - 5 }, encoding = new { y, x = X("from"), x2 = new { field = "to" } } },
                new { data = Spec.Data([new { zero = 0 }]), mark = new { type = "rule", color = ChartTheme.Guide }, encoding = new { x = X("zero") } },
                new { transform = new[] { new { filter = "isValid(datum.low)" } }, mark = new { type = "rule", strokeWidth = 2 }, encoding = new { y, x = X("low"), x2 = new { field = "high" }, color = colour } },
                new
                {
                    mark = new { type = "point", filled = true, opacity = 1, size = 62 },
                    encoding = new
                    {
                        y, x = X("effect"), color = colour, shape,
                        tooltip = new object[]
                        {
                            new { field = "statement", type = "nominal", title = "claim" }, new { field = "verdict", type = "nominal", title = "verdict" },
                            new { field = "effect", type = "quantitative", title = axis, format = ".3f" }, new { field = "low", type = "quantitative", title = "interval from", format = ".3f" },
                            new { field = "high", type = "quantitative", title = "to", format = ".3f" }, new { field = "seeds", type = "quantitative", title = "seeds" },
                        },
                    },
                },
            },
        };
        string counts = Figures.List([.. s_verdicts.Select(verdict => (verdict.Word, n: claims.Count(claim => claim.Verdict == verdict.Verdict))).Where(pair => pair.n > 0).Select(pair => $"{pair.n} {(pair.Word == "holds" && pair.n > 1 ? "hold" : pair.Word)}")]);
        string about = $"Mean effect over seeds with its t interval; {bandWords}";
        string details = string.Join(". ", claims.Select(claim => $"{claim.Id}: {Figures.Signed(claim.Effect!.Value)}{(claim.Low is { } low ? $", {Figures.Signed(low)} to {Figures.Signed(claim.High!.Value)}" : "")}, {s_verdicts.First(known => known.Verdict == claim.Verdict).Word}"));
        return ChartTheme.Chart(id, $"{what}: {counts}", about, $"Forest plot. {about}. {details}.", [panel], 1, 900);
    }

    private static string[] Words(Func<(Verdict Verdict, string Word, string Colour, string Shape), string> part) => [.. s_verdicts.Select(part)];

    private static string Label(ClaimRecord claim)
    {
        string text = $"{claim.Id}  {claim.Statement}";
        return text.Length <= LabelLength ? text : $"{text[..(LabelLength - 1)].TrimEnd()}…";
    }
}
