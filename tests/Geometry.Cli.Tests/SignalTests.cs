using System.Diagnostics;
using System.Text.Json;

namespace Geometry.Cli.Tests;

/// <summary>Ctrl-C and SIGTERM, sent to real processes.</summary>
public sealed class SignalTests : Workspace
{
    private static readonly string s_endless = Pipeline.Replace("\"epochs\": 2", "\"epochs\": 10000000", StringComparison.Ordinal);

    [Theory]
    [InlineData("INT", ExitCodes.Interrupted)]
    [InlineData("TERM", ExitCodes.Terminated)]
    public void A_run_is_stopped_without_results(string signal, int expected)
    {
        if (!GeometryProcess.HasSignals)
        {
            return;
        }

        using Process process = GeometryProcess.Start("run", WriteFile("endless.json", s_endless), "--output", Results, "--json");
        SpinWait.SpinUntil(() => Directory.Exists(Results), TimeSpan.FromSeconds(60)).ShouldBeTrue();

        GeometryProcess.Signal(process, signal);

        (int code, string output, string error) = GeometryProcess.Finish(process);
        code.ShouldBe(expected, error);
        error.ShouldContain("geometry: stopped; no results were written.");
        JsonDocument.Parse(output).RootElement.GetProperty("error").GetProperty("exitCode").GetInt32().ShouldBe(expected);
        Directory.Exists(Results).ShouldBeFalse();
    }

    [Fact]
    public void A_reproduction_keeps_the_pipelines_that_are_done()
    {
        if (!GeometryProcess.HasSignals)
        {
            return;
        }

        WriteFile("small.json", Pipeline);
        WriteFile("endless.json", s_endless.Replace("\"small\"", "\"endless\"", StringComparison.Ordinal));
        string claims = WriteFile("claims.json", ReproduceCommandTests.Claims.Replace(
            "\"notRun\": \"it needs a network that is not there\"",
            "\"pipeline\": \"endless.json\", \"rows\": { \"score\": \"ccgp\" }, \"terms\": [{ \"rows\": { \"layer\": \"Features\", \"nonlinearity\": \"relu\" } }], \"smallest\": 5",
            StringComparison.Ordinal));
        using Process process = GeometryProcess.Start("reproduce", "--claims", claims, "--output", Results);
        SpinWait.SpinUntil(() => process.HasExited || Directory.Exists(Path.Combine(Results, "endless")), TimeSpan.FromSeconds(60)).ShouldBeTrue();

        GeometryProcess.Signal(process, "INT");

        (int code, string output, string error) = GeometryProcess.Finish(process);
        code.ShouldBe(ExitCodes.Interrupted, error);
        output.ShouldBeEmpty();
        error.ShouldEndWith($"geometry: stopped; 1 of 2 pipelines are kept in {Results}, and the same command goes on from there.\n");
        File.Exists(Path.Combine(Results, "small", "scores.csv")).ShouldBeTrue();
        Directory.Exists(Path.Combine(Results, "endless")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, "geometry: stopped; no results were written.")]
    [InlineData(2, "geometry: stopped at once; what was done before is kept.")]
    public void A_score_that_heeds_no_request_is_left_behind(int signals, string message)
    {
        if (!GeometryProcess.HasSignals)
        {
            return;
        }

        using Process process = GeometryProcess.Start(
            "score", WriteTable(), "--embedding", "f*", "--condition", "shape,colour,size", "--scores", "shattering", "--nulls", "1000000", "--output", Results);
        process.StandardError.ReadLine()!.ShouldStartWith("To fit: ");
        for (int i = 0; i < signals; i++)
        {
            // The kernel makes one of two signals that are sent in a row.
            Thread.Sleep(200);
            GeometryProcess.Signal(process, "INT");
        }

        (int code, _, string error) = GeometryProcess.Finish(process);
        code.ShouldBe(ExitCodes.Interrupted, error);
        error.ShouldContain(message);
        File.Exists(Path.Combine(Results, "scores.csv")).ShouldBeFalse();
    }
}
