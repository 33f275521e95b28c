using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Geometry.Onnx.Tests.Runtime;

/// <summary>What the tests run beside .NET: ONNX Runtime in node, and Debian's onnx for Python.</summary>
internal static class Tools
{
    private const string Remedy = "Run ./test.sh, or scripts/setup-tests.sh alone, which installs what the tests of exported files need.";

    private static string Root => Path.GetFullPath(Path.Combine(Here(), "../../.."));

    /// <summary>Runs all files of a manifest in ONNX Runtime.</summary>
    public static string RunInNode(string manifest)
    {
        string packages = Path.Combine(Root, "artifacts/onnxruntime");
        return Directory.Exists(Path.Combine(packages, "node_modules/onnxruntime-node"))
            ? Run("node", Path.Combine(Here(), "node/run.mjs"), packages, manifest)
            : throw new InvalidOperationException($"ONNX Runtime is not in {packages}. {Remedy}");
    }

    /// <summary>Has Python's onnx check all files of a manifest.</summary>
    public static string CheckInPython(string manifest) => Run("/usr/bin/python3", Path.Combine(Here(), "check.py"), manifest);

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new InvalidOperationException($"{program} cannot be run: {exception.Message}. {Remedy}", exception);
        }

        using (process)
        {
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw new InvalidOperationException(
                $"{program} {arguments[0]} ended with code {process.ExitCode}: {errors.Result} {Remedy}");
        }
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
