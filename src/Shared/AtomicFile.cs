using System.Text;

namespace Geometry;

/// <summary>
/// Writes a file beside the one that it replaces, so that there is never half a file, and a failure leaves the old one. Compiled into each project that links it.
/// </summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the bytes into a stream that can be read, written and moved in.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        string partial = Path.Combine(Path.GetDirectoryName(full) ?? full, $".{Path.GetFileName(full)}.{Environment.ProcessId}.partial");
        try
        {
            using (FileStream stream = new(partial, FileMode.Create, FileAccess.ReadWrite))
            {
                write(stream);
            }

            File.Move(partial, full, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Writes text in UTF-8.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the text.</param>
    public static void WriteText(string path, Action<TextWriter> write) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, s_utf8, leaveOpen: true);
        write(writer);
    });
}
