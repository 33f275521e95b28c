using System.Globalization;

namespace Geometry.Benchmarks.Service;

/// <summary>What became of requests that were due at a fixed rate.</summary>
/// <param name="Times">The times from when each request was due to the last byte of its answer, ascending.</param>
/// <param name="Failures">How many requests were not answered by status 200.</param>
/// <param name="Duration">The time from the first due request to the last answer.</param>
internal sealed record LoadResult(IReadOnlyList<TimeSpan> Times, int Failures, TimeSpan Duration)
{
    /// <summary>The columns of the text.</summary>
    public const string Headers = "answered/s | p50 ms | p90 ms | p99 ms | p99.9 ms | max ms | failures";

    /// <summary>Gives the time in milliseconds within which a fraction of the requests was answered.</summary>
    public double Milliseconds(double fraction) => Times[Math.Min(Times.Count - 1, (int)Math.Ceiling(fraction * Times.Count) - 1)].TotalMilliseconds;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Times.Count / Duration.TotalSeconds,10:0} | {Milliseconds(0.5),6:0.00} | {Milliseconds(0.9),6:0.00} | {Milliseconds(0.99),6:0.00} | {Milliseconds(0.999),8:0.00} | {Times[^1].TotalMilliseconds,6:0.0} | {Failures}");
}
