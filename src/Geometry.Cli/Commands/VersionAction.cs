using System.CommandLine;
using System.CommandLine.Invocation;
using System.Diagnostics;
using Geometry.Experiments;
using TorchSharp;

namespace Geometry.Cli;

/// <summary>What <c>geometry --version</c> prints.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        SoftwareVersions versions = SoftwareVersions.Current;
        terminal.Out.WriteLine($"geometry {versions.Product}");
        terminal.Out.WriteLine($"stack: {versions.Stack} (Microsoft.ML {versions.MicrosoftML}, TorchSharp {versions.TorchSharp})");
        terminal.Out.WriteLine($"runtime: {versions.Runtime}, {Environment.ProcessorCount} processors");
        terminal.Out.WriteLine($"libtorch: {torch.__version__}, {torch.get_num_threads()} threads for each operator");
        terminal.Out.WriteLine($"linear algebra: {string.Join(", ", LinearAlgebraLibraries())}");
        return ExitCodes.Success;
    }

    // The modules of this process, once libtorch is loaded; a link named after an interface leads to the library behind it.
    private static IReadOnlyList<string> LinearAlgebraLibraries()
    {
        string[] found = [.. Process.GetCurrentProcess().Modules.Cast<ProcessModule>()
            .Select(module => module.FileName)
            .Where(path => Path.GetFileName(path) is var name
                && (name.Contains("blas", StringComparison.OrdinalIgnoreCase) || name.Contains("mkl", StringComparison.OrdinalIgnoreCase)))
            .Select(path => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path)
            .Distinct()
            .Order(StringComparer.Ordinal)];
        return found.Length > 0 ? found : ["inside libtorch"];
    }
}
