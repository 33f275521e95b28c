using System.Formats.Tar;
using System.IO.Compression;

namespace Geometry.Tasks;

/// <summary>Takes the files of a data set out of the archive that brings them.</summary>
internal static class DatasetUnpacking
{
    /// <summary>Says what is wrong with an archive, or null.</summary>
    public static string? Mismatch(string path, DatasetArchive archive)
    {
        using FileStream stream = File.OpenRead(path);
        return DatasetChecksum.Mismatch(stream, path, archive.Bytes, archive.Sha256);
    }

    /// <summary>Writes the files of the data set beside the archive; when that fails, adds the reason to the list and gives false.</summary>
    public static bool Try(string path, DatasetManifest manifest, List<string> tried)
    {
        try
        {
            if (Mismatch(path, manifest.Archive!) is { } mismatch)
            {
                tried.Add($"{path}: it has {mismatch}; remove it and fetch it again");
                return false;
            }

            Unpack(path, manifest);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            tried.Add($"{path}: {exception.Message}");
            return false;
        }
    }

    // Entries lie in a folder of the archive; only the names of the data set's files are looked at, so that nothing is written elsewhere.
    private static void Unpack(string path, DatasetManifest manifest)
    {
        string directory = Path.GetDirectoryName(path)!;
        using FileStream stream = File.OpenRead(path);
        using var tar = new TarReader(new GZipStream(stream, CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } content && manifest.Files.FirstOrDefault(file => file.Name == Path.GetFileName(entry.Name)) is { } wanted)
            {
                string part = Path.Combine(directory, $".{wanted.Name}.{Guid.NewGuid():N}.part");
                try
                {
                    using (FileStream target = File.Create(part))
                    {
                        content.CopyTo(target);
                    }

                    File.Move(part, Path.Combine(directory, wanted.Name), overwrite: true);
                }
                finally
                {
                    File.Delete(part);
                }
            }
        }
    }
}
