using System.Globalization;
using System.Runtime.InteropServices;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>A file with what those who mend a defect need to know.</summary>
internal static class DefectReport
{
    /// <summary>Writes the file into the folder for temporary files.</summary>
    /// <returns>The failure, which names the file, or holds its text where it cannot be written.</returns>
    public static Failure Of(Exception e, IReadOnlyList<string> args)
    {
        string text = TextOf(e, args);
        string path = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"geometry-defect-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt"));
        string message = $"this is a defect of the program ({e.GetType().Name}: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}).";
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return new Failure(ExitCodes.Defect, $"{message} Please report it with the text that follows.\n{text}");
        }

        return new Failure(ExitCodes.Defect, $"{message} Please report it to its authors with the details in {path}.") { Details = path };
    }

    private static string TextOf(Exception e, IReadOnlyList<string> args)
    {
        SoftwareVersions versions = SoftwareVersions.Current;
        return $"""
            geometry {versions.Product}, stack {versions.Stack} (Microsoft.ML {versions.MicrosoftML}, TorchSharp {versions.TorchSharp})
            {versions.Runtime}, {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}
            geometry {string.Join(' ', args)}

            {e}

            """;
    }
}
