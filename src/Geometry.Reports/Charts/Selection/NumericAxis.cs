namespace Geometry.Reports;

/// <summary>A variable of numbers over which a score can be drawn.</summary>
/// <param name="Variable">The name.</param>
/// <param name="Title">The words.</param>
/// <param name="Numbers">The number of each value.</param>
internal sealed record NumericAxis(string Variable, string Title, IReadOnlyDictionary<string, double> Numbers)
{
    private const double WideRange = 25, LongRange = 200;
    private const int MostTicks = 12;

    /// <summary>Gets whether neighbouring numbers are taken together.</summary>
    public bool IsGrouped { get; private init; }

    /// <summary>Gets what to say of it.</summary>
    public string Note => IsGrouped ? $" Neighbouring values of {Title} are taken together." : "";

    // Up to here a scale that begins at 0 is linear, beyond it goes by powers.
    private double Linear => Math.Max(Numbers.Values.Where(number => number > 0).DefaultIfEmpty(1).Min(), IsFew ? 0 : Numbers.Values.Max() / LongRange);

    private bool IsFew => Numbers.Values.Distinct().Count() <= MostTicks;

    /// <summary>Gets how far the numbers are apart: evenly, or by powers.</summary>
    public object Scale
    {
        get
        {
            double[] sorted = [.. Numbers.Values.Order()];
            bool isWide = sorted[0] >= 0 && sorted[^1] / sorted.FirstOrDefault(number => number > 0, 1) >= WideRange;
            return !isWide ? new { zero = false, nice = false } : sorted[0] > 0 ? new { type = "log", nice = false } : new { type = "symlog", constant = Linear, nice = false };
        }
    }

    /// <summary>Gets the axis with its ticks: where there are numbers, if they are few.</summary>
    public object Axis(string? title) => new { title, values = IsFew ? Numbers.Values.Distinct().Order().ToArray() : Ticks(), labelOverlap = "greedy", labelExpr = Panels.PlainNumber, grid = false };

    /// <summary>Gives the axis with neighbouring numbers taken together where there are too many to draw: each stands at the middle one of its group.</summary>
    public NumericAxis Grouped(int most)
    {
        double[] sorted = [.. Numbers.Values.Distinct().Order()];
        int size = (sorted.Length + most - 1) / most;
        return size <= 1 ? this : this with
        {
            Numbers = Numbers.ToDictionary(pair => pair.Key, pair =>
            {
                int first = Array.BinarySearch(sorted, pair.Value) / size * size;
                return sorted[Math.Min(first + (size / 2), sorted.Length - 1)];
            }),
            IsGrouped = true,
        };
    }

    /// <summary>Gets the number of a setting.</summary>
    public double Of(Setting setting) => Numbers[setting.Values[Variable]];

    // Vega has none of its own for a scale that is linear first.
    private double[]? Ticks()
    {
        double least = Numbers.Values.Min(), most = Numbers.Values.Max();
        return least != 0 || most / Linear < WideRange ? null
            : [0, .. Enumerable.Range((int)Math.Floor(Math.Log10(Linear)), 12).Select(power => Math.Round(Math.Pow(10, power), 12)).Where(tick => tick >= Linear && tick <= most)];
    }
}
