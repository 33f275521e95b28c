using System.Diagnostics;

namespace Geometry.Cli.Tests;

/// <summary>The command as a process of its own.</summary>
public sealed class ProcessTests : Workspace
{
    [Fact]
    public void Success_and_bad_input_have_their_exit_codes()
    {
        (int code, string output, string error) = Finish(Start("run", WriteFile("small.json", Pipeline), "--output", Results));
        code.ShouldBe(ExitCodes.Success, error);
        output.ShouldNotContain("\u001b");

        (code, _, error) = Finish(Start("validate", WriteFile("bad.json", "{ \"name\": ")));
        code.ShouldBe(ExitCodes.BadInput);
        error.ShouldContain("bad.json(1,");
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public void The_version_names_the_stack()
    {
        (int code, string output, _) = Finish(Start("--version"));

        code.ShouldBe(ExitCodes.Success);
        output.ShouldStartWith("geometry ");
        output.ShouldContain("stack: ");
        output.ShouldContain("libtorch: ");
    }

    [Fact]
    public void An_interrupt_stops_a_run_without_results()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
        {
            return;
        }

        string endless = Pipeline.Replace("\"epochs\": 2", "\"epochs\": 10000000", StringComparison.Ordinal);
        using Process process = Start("run", WriteFile("endless.json", endless), "--output", Results);
        SpinWait.SpinUntil(() => Directory.Exists(Results), TimeSpan.FromSeconds(60)).ShouldBeTrue();

        Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();

        (int code, _, string error) = Finish(process);
        code.ShouldBe(ExitCodes.Interrupted, error);
        error.ShouldContain("geometry: stopped; no results were written.");
        Directory.Exists(Results).ShouldBeFalse();
    }

    private static Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "geometry.dll"), .. args])
    {
        RedirectStandardOutput = true, RedirectStandardError = true,
    })!;

    private static (int ExitCode, string Out, string Error) Finish(Process process)
    {
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
