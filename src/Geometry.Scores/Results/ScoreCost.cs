using System.Globalization;

namespace Geometry.Scores;

/// <summary>What an evaluation will cost, known before it runs.</summary>
/// <param name="Fits">The number of decoders that are fitted, those of the null's draws included.</param>
/// <param name="Operations">Floating-point operations, roughly.</param>
/// <param name="Duration">
/// Roughly how long that takes on the threads that the options allow, at 4 billion operations a second and thread. A guide to within a factor of
/// about three: processors differ, and so does the number of steps that an iterative decoder needs.
/// </param>
public sealed record ScoreCost(long Fits, double Operations, TimeSpan Duration)
{
    private const double OperationsPerSecond = 4e9;

    /// <summary>Adds two costs that are paid one after the other.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>Their sum.</returns>
    public ScoreCost Plus(ScoreCost other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new ScoreCost(Fits + other.Fits, Operations + other.Operations, Duration + other.Duration);
    }

    /// <summary>Writes for example <c>3,850 decoders, about 1.5 s</c>, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var time = Duration.TotalSeconds switch
        {
            < 0.95 => "less than a second",
            < 60 => string.Create(CultureInfo.InvariantCulture, $"about {Duration.TotalSeconds:0.#} s"),
            < 3600 => string.Create(CultureInfo.InvariantCulture, $"about {Duration.TotalMinutes:0.#} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"about {Duration.TotalHours:0.#} h"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Fits:#,0} {(Fits == 1 ? "decoder" : "decoders")}, {time}");
    }

    /// <summary>The cost of operations on a number of threads, of which no more than the processors help.</summary>
    internal static ScoreCost Of(long fits, double operations, int threads) =>
        new(fits, operations, TimeSpan.FromSeconds(Math.Min(1e9, operations / (OperationsPerSecond * Math.Min(threads, Environment.ProcessorCount)))));
}
