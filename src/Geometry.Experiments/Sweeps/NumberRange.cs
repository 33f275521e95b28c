using System.Globalization;

namespace Geometry.Experiments;

/// <summary>A range of numbers in a sweep, such as <c>{ "from": 0, "to": 1, "count": 11 }</c>.</summary>
internal static class NumberRange
{
    // Beyond these digits stands only the rounding of the steps: .3, not .30000000000000004.
    private const string Digits = "G12";

    private static readonly Parameter<double> From = Parameters.Number("from", "The first number.");
    private static readonly Parameter<double> To = Parameters.Number("to", "The last number.");
    private static readonly Parameter<int> Count = Parameters.Integer("count", "How many numbers, both ends included.", 2, Sweep.MaximumCells).Or(0, "as `step` says");
    private static readonly Parameter<double> Step = Parameters.Number("step", "The distance of neighbours, in place of `count`; the last number is the last that is not beyond `to`.").Or(0, "as `count` says");

    private static readonly Parameter<RangeSpacing> Spacing = Parameters.Choice<RangeSpacing>(
        "spacing", "Whether neighbours have the same difference or the same quotient.").Or(RangeSpacing.Linear, nameof(RangeSpacing.Linear));

    /// <summary>Gets the fields.</summary>
    public static IReadOnlyList<Parameter> Fields { get; } = [From, To, Count, Step, Spacing];

    /// <summary>Gives the numbers; null, with problems added, if something is wrong.</summary>
    public static IReadOnlyList<JsonValue>? Read(JsonValue json, ProblemList problems)
    {
        if (!Arguments.TryRead(json, "a range of numbers", Fields, [], problems, out Arguments a))
        {
            return null;
        }

        if (ProblemOf(a) is { } problem)
        {
            problems.Add(json.Place, problem);
            return null;
        }

        return [.. Numbers(a).Select(number => new JsonValue { Kind = JsonKind.Number, Place = json.Place, Text = TextOf(number) })];
    }

    private static string? ProblemOf(Arguments a)
    {
        double from = a.Get(From), to = a.Get(To), step = a.Get(Step);
        bool logarithmic = a.Get(Spacing) == RangeSpacing.Logarithmic;
        return a.IsGiven(Count) == a.IsGiven(Step) ? "a range of numbers needs either 'count' or 'step'."
            : from == to ? "the range begins where it ends; write a list of one value."
            : logarithmic && a.IsGiven(Step) ? "a logarithmic range has a 'count', not a 'step'."
            : logarithmic && (from <= 0 || to <= 0) ? "a logarithmic range needs ends above 0."
            : a.IsGiven(Step) && (step == 0 || (to - from) / step < 0) ? "the step does not lead from 'from' to 'to'; change its sign or size."
            : a.IsGiven(Step) && (to - from) / step >= Sweep.MaximumCells ? $"the range has more than {Sweep.MaximumCells} numbers; take greater steps."
            : null;
    }

    private static IEnumerable<double> Numbers(Arguments a)
    {
        double from = a.Get(From), to = a.Get(To);
        if (a.IsGiven(Step))
        {
            // A step of .1 reaches from 0 to 1, although ten of them miss it by a rounding error.
            double step = a.Get(Step);
            int steps = (int)Math.Floor(((to - from) / step) + 1e-9);
            return Enumerable.Range(0, steps + 1).Select(i => from + (i * step));
        }

        int count = a.Get(Count);
        return Enumerable.Range(0, count).Select(i => (double)i / (count - 1)).Select(part =>
            a.Get(Spacing) == RangeSpacing.Logarithmic ? from * Math.Pow(to / from, part) : from + (part * (to - from)));
    }

    // The shortest digits of the rounded number, with no negative zero.
    private static string TextOf(double number) =>
        (double.Parse(number.ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0).ToString("R", CultureInfo.InvariantCulture);
}
