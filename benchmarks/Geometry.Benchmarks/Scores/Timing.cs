using System.Diagnostics;

namespace Geometry.Benchmarks.Scores;

/// <summary>Times of work that is repeated.</summary>
internal static class Timing
{
    /// <summary>
    /// The shortest time of each of several pieces of work in seconds, after one run to warm up; they take turns, so that whatever else the
    /// machine does falls on all of them.
    /// </summary>
    public static double[] Shortest(int rounds, params Action[] pieces)
    {
        var shortest = new double[pieces.Length];
        Array.Fill(shortest, double.PositiveInfinity);
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < pieces.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                pieces[i]();
                var time = Stopwatch.GetElapsedTime(start).TotalSeconds;
                shortest[i] = round < 0 ? shortest[i] : Math.Min(shortest[i], time);
            }
        }

        return shortest;
    }

    /// <summary>Prints a measured number beside its bound and says whether it was kept.</summary>
    public static bool Report(string what, double value, string unit, double bound, bool atLeast = false)
    {
        var kept = atLeast ? value >= bound : value <= bound;
        Console.WriteLine($"{what}: {value:0.###} {unit} (bound: {(atLeast ? "at least" : "at most")} {bound} {unit}) {(kept ? "ok" : "MISSED")}");
        return kept;
    }
}
