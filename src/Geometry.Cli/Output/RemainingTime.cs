using System.Globalization;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>Estimates how long a run will still take from the cells that it has computed so far. Cells that were there before it do not count.</summary>
/// <param name="clock">The clock; null for the system's.</param>
internal sealed class RemainingTime(TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly long _start = (clock ?? TimeProvider.System).GetTimestamp();

    /// <summary>Gets the time since the run began.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_start);

    /// <summary>Gives a text such as <c>, 4 cells/min, about 3 min left (from 12 cells)</c>; empty before the first cell is done, and after the last.</summary>
    /// <param name="progress">How far the run has come.</param>
    /// <param name="unit">What is counted, in the plural.</param>
    public string After(RunProgress progress, string unit)
    {
        int measured = progress.CellsDone - progress.CellsKept, left = progress.Cells - progress.CellsDone;
        return measured == 0 || left == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $", {Rate(measured / Elapsed.TotalSeconds, unit)}, about {Text(Elapsed * left / measured)} left (from {measured} {(measured == 1 ? unit[..^1] : unit)})");
    }

    /// <summary>Gives a number a second, a minute or an hour, whichever is at least 1.</summary>
    /// <param name="perSecond">The number a second.</param>
    /// <param name="unit">What is counted, in the plural.</param>
    public static string Rate(double perSecond, string unit) => perSecond switch
    {
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{perSecond:0.#} {unit}/s"),
        >= 1.0 / 60 => string.Create(CultureInfo.InvariantCulture, $"{perSecond * 60:0.#} {unit}/min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{perSecond * 3600:0.#} {unit}/h"),
    };

    /// <summary>Gives a duration in words, to two figures or so.</summary>
    public static string Text(TimeSpan duration) => duration.TotalSeconds switch
    {
        < 99.5 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, duration.TotalSeconds):0} s"),
        < 5970 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalHours:0.0} h"),
    };
}
