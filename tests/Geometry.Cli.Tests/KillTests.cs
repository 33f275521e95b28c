using System.Diagnostics;
using Geometry.Experiments;

namespace Geometry.Cli.Tests;

/// <summary>Runs that end at a moment they did not choose.</summary>
public sealed class KillTests : Workspace
{
    private const int Cells = 48;

    private static readonly string s_pipeline = Pipeline
        .Replace("{ \"count\": 2 }", "{ \"count\": 24 }", StringComparison.Ordinal)
        .Replace("\"epochs\": 2", "\"epochs\": 150", StringComparison.Ordinal);

    private string Store => Path.Combine(Results, CellStore.FileName);

    [Fact]
    public void A_run_killed_ten_times_gives_the_bytes_of_one_never_killed()
    {
        string pipeline = WriteFile("long.json", s_pipeline), whole = Path.Combine(Root, "whole");
        CommandRun.Of("run", pipeline, "--output", whole).ExitCode.ShouldBe(ExitCodes.Success);
        var random = new Random(20240507);
        int kills = 0, kept = 0, resumed = 0;
        for (int i = 0; i < 10; i++)
        {
            using Process process = GeometryProcess.Start("run", pipeline, "--output", Results);

            // From the first new byte in the store on the cells come every few milliseconds: the moment is within one of them, or within its writing.
            long before = Size();
            SpinWait.SpinUntil(() => process.HasExited || Size() > before, TimeSpan.FromSeconds(60)).ShouldBeTrue();
            Thread.Sleep(random.Next(0, 25));
            kills += process.HasExited ? 0 : 1;
            process.Kill();
            process.WaitForExit();
            int now = File.ReadLines(Store).Count();
            now.ShouldBeGreaterThanOrEqualTo(kept);
            resumed += kept > 0 ? 1 : 0;
            kept = now;
            if (kept > Cells * 2 / 3)
            {
                // Enough is done for this run; the next one begins with a part of it, torn in the middle of a line.
                byte[] bytes = File.ReadAllBytes(Store);
                File.WriteAllBytes(Store, bytes[..random.Next(1, bytes.Length)]);
                File.Delete(Path.Combine(Results, ResultFolder.ScoresFile));
                kept = 0;
            }
        }

        CommandRun last = CommandRun.Of("run", pipeline, "--output", Results);

        last.ExitCode.ShouldBe(ExitCodes.Success, last.Error);
        (kills, resumed).ShouldSatisfyAllConditions(n => n.kills.ShouldBeGreaterThanOrEqualTo(5), n => n.resumed.ShouldBeGreaterThanOrEqualTo(1));
        File.ReadAllBytes(Path.Combine(Results, ResultFolder.ScoresFile)).ShouldBe(File.ReadAllBytes(Path.Combine(whole, ResultFolder.ScoresFile)));
        Directory.EnumerateFiles(Results, "*.partial").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_is_stopped_says_what_is_kept_and_goes_on_from_there()
    {
        string pipeline = WriteFile("long.json", s_pipeline);
        using var stop = new CancellationTokenSource();
        Task<CommandRun> running = Task.Run(() => CommandRun.Of(stop.Token, ["run", pipeline, "--output", Results]));
        SpinWait.SpinUntil(() => running.IsCompleted || Size() > 0, TimeSpan.FromSeconds(60)).ShouldBeTrue();
        await stop.CancelAsync();

        CommandRun stopped = await running;

        stopped.ExitCode.ShouldBe(ExitCodes.Interrupted, stopped.Error);
        int kept = File.ReadLines(Store).Count();
        stopped.Error.ShouldContain($"geometry: stopped; {kept} of {Cells} cells are kept in {Results}, and the same command goes on from there.");
        CommandRun again = CommandRun.Of("run", pipeline, "--output", Results);
        again.ExitCode.ShouldBe(ExitCodes.Success, again.Error);
        again.Error.ShouldStartWith($"small: {Cells} cells, {kept} of them there from an earlier run");
        again.Error.ShouldContain(" left, by the cells that are there.\n");
    }

    private long Size() => File.Exists(Store) ? new FileInfo(Store).Length : 0;
}
