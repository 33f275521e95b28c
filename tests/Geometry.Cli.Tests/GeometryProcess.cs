using System.Diagnostics;
using System.Globalization;

namespace Geometry.Cli.Tests;

/// <summary>The command as a process of its own.</summary>
internal static class GeometryProcess
{
    /// <summary>Gets the assembly.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "geometry.dll");

    /// <summary>Gets whether signals can be sent here.</summary>
    public static bool HasSignals { get; } = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>Starts the command.</summary>
    public static Process Start(params string[] args) => StartProgram("dotnet", [Assembly, .. args]);

    /// <summary>Starts a program, with values for variables of its environment; null removes one.</summary>
    public static Process StartProgram(string program, string[] args, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Sends a signal, such as INT.</summary>
    public static void Signal(Process process, string signal) =>
        Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    /// <summary>Waits for the end.</summary>
    public static (int ExitCode, string Out, string Error) Finish(Process process)
    {
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
