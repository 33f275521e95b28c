using System.Text;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>The file of what a model gives, which is there when all of it is written.</summary>
internal static class ModelOutputFile
{
    /// <summary>Writes the file beside the one that it replaces.</summary>
    /// <returns>The number of rows.</returns>
    public static long Write(ModelApplication application, string path, CancellationToken cancellation)
    {
        string partial = $"{path}.{Environment.ProcessId}.partial";
        try
        {
            long rows;
            using (var writer = new StreamWriter(partial, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                rows = application.Write(writer, cancellation);
            }

            File.Move(partial, path, overwrite: true);
            return rows;
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
