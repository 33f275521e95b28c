namespace Geometry.Reports;

/// <summary>A score in one of its variants and with one kind of target: what one panel shows.</summary>
/// <param name="Key">The identifier: lower case with hyphens.</param>
/// <param name="Title">The words, such as "Alignment with the target".</param>
/// <param name="Axis">The words for an axis, with the unit.</param>
/// <param name="Minimum">The least value that is possible; negative infinity where there is none.</param>
/// <param name="Maximum">The largest value that is possible; infinity where there is none.</param>
/// <param name="Chance">The value without the property, or null.</param>
/// <param name="Family">Which other measures stand in the same chart.</param>
internal sealed record Measure(string Key, string Title, string Axis, double Minimum, double Maximum, double? Chance, MeasureFamily Family)
{
    /// <summary>Gets the words within a sentence.</summary>
    public string InSentence => Title.Length > 1 && char.IsAsciiLetterUpper(Title[1]) ? Title : char.ToLowerInvariant(Title[0]) + Title[1..];

    /// <summary>Gives the scale of means: the range of the score, without its negative half where no mean is, and then as far down as intervals go.</summary>
    public object Scale(IEnumerable<MeanPoint> points)
    {
        MeanPoint[] all = [.. points];
        double lowest = all.Select(point => point.Low ?? point.Mean).DefaultIfEmpty(0).Min();
        return Scale(all.Select(point => point.Mean), lowest < -Figures.Rounding ? Math.Max(Minimum, Math.Floor(lowest * 4) / 4) : 0);
    }

    /// <summary>Gives the scale of the values: the range of the score, without its negative half where nothing is there.</summary>
    public object Scale(IEnumerable<double> values, double lowest = 0)
    {
        double[] all = [.. values];
        double least = all.DefaultIfEmpty(0).Min(), most = all.DefaultIfEmpty(1).Max();
        bool isWide = double.IsPositiveInfinity(Maximum) && least > 0 && most / least > 100;
        return isWide ? new { type = "log" }
            : double.IsFinite(Minimum) && double.IsFinite(Maximum) ? new { domain = new[] { Minimum < 0 && least >= -Figures.Rounding ? lowest : Minimum, Maximum } }
            : new { zero = true, nice = true };
    }
}
