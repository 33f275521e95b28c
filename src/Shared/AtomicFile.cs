namespace Geometry;

/// <summary>
/// Writes a file beside the one that it replaces, so that there is never half a file, and a failure leaves the old one. Compiled into each project that links it.
/// </summary>
internal static class AtomicFile
{
    /// <summary>Writes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the bytes into a stream that can be read, written and moved in.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string temporary = path + ".new";
        try
        {
            using (FileStream stream = new(temporary, FileMode.Create, FileAccess.ReadWrite))
            {
                write(stream);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
