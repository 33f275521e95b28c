using System.Reflection;
using System.Runtime.InteropServices;

namespace Geometry.Experiments;

/// <summary>Which software an experiment runs on.</summary>
/// <param name="Product">The version of this library.</param>
/// <param name="Stack">Which packages stand behind Microsoft.ML and TorchSharp, as the build recorded it.</param>
/// <param name="MicrosoftML">The version of the Microsoft.ML assembly.</param>
/// <param name="TorchSharp">The version of the TorchSharp assembly.</param>
/// <param name="Runtime">The .NET runtime.</param>
public sealed record SoftwareVersions(string Product, string Stack, string MicrosoftML, string TorchSharp, string Runtime)
{
    /// <summary>The key under which the build records the stack in the assembly.</summary>
    public const string StackKey = "MLStack";

    /// <summary>Gets the versions in this process.</summary>
    public static SoftwareVersions Current { get; } = new(
        VersionOf(typeof(SoftwareVersions).Assembly),
        typeof(SoftwareVersions).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == StackKey)?.Value ?? "unknown",
        VersionOf(typeof(Microsoft.ML.MLContext).Assembly),
        VersionOf(typeof(TorchSharp.torch).Assembly),
        RuntimeInformation.FrameworkDescription);

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? assembly.GetName().Version?.ToString()
            ?? "unknown";
}
