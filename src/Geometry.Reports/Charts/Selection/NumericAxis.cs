namespace Geometry.Reports;

/// <summary>A variable of numbers over which a score can be drawn.</summary>
/// <param name="Variable">The name.</param>
/// <param name="Title">The words.</param>
/// <param name="Numbers">The number of each value.</param>
internal sealed record NumericAxis(string Variable, string Title, IReadOnlyDictionary<string, double> Numbers)
{
    private const double WideRange = 50;

    /// <summary>Gets how far the numbers are apart: evenly, or by powers.</summary>
    public object Scale
    {
        get
        {
            double[] sorted = [.. Numbers.Values.Order()];
            double least = sorted.FirstOrDefault(number => number > 0, 1);
            bool isWide = sorted[0] >= 0 && sorted[^1] / least >= WideRange;
            return !isWide ? new { zero = false, nice = false } : sorted[0] > 0 ? new { type = "log", nice = false } : new { type = "symlog", constant = least, nice = false };
        }
    }

    /// <summary>Gets the axis with its ticks: where there are numbers, if they are few.</summary>
    public object Axis(string? title) => new { title, values = Numbers.Count <= 12 ? Numbers.Values.Order().ToArray() : null, labelOverlap = "greedy", labelExpr = Panels.PlainNumber, grid = false };

    /// <summary>Gets the number of a setting.</summary>
    public double Of(Setting setting) => Numbers[setting.Values[Variable]];
}
