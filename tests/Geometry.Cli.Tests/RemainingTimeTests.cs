using Geometry.Experiments;

namespace Geometry.Cli.Tests;

public class RemainingTimeTests
{
    [Theory]
    [InlineData(0, 10, 0, 30, "")]
    [InlineData(1, 10, 0, 30, ", 2 cells/min, about 5 min left (from 1 cell)")]
    [InlineData(10, 10, 0, 30, "")]
    [InlineData(30, 40, 0, 20, ", 1.5 cells/s, about 7 s left (from 30 cells)")]
    [InlineData(7, 12, 5, 3600, ", 2 cells/h, about 2.5 h left (from 2 cells)")]
    public void Cells_of_this_run_tell_rate_and_time(int done, int cells, int kept, int seconds, string expected)
    {
        var clock = new Clock();
        var time = new RemainingTime(clock);
        clock.Seconds = seconds;

        time.After(new RunProgress(done, cells, "", "") { CellsKept = kept }, "cells").ShouldBe(expected);
    }

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
