namespace Geometry.Scores;

/// <summary>Where a value would lie if other rows or conditions had been drawn.</summary>
/// <param name="Kind">Name of the method, such as <c>bootstrap/rows</c> or <c>jackknife/conditions</c>.</param>
/// <param name="Level">The coverage that is aimed at, such as 0.95.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="StandardError">Standard error of the value by the same method.</param>
/// <param name="Draws">The number of resampled values that it rests on.</param>
public sealed record ScoreInterval(string Kind, double Level, double Lower, double Upper, double StandardError, int Draws);
