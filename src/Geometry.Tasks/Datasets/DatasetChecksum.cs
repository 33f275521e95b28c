using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Geometry.Tasks;

/// <summary>Compares files with their checksums.</summary>
internal static class DatasetChecksum
{
    // A file is read for its checksum once in a process, unless it is written again.
    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Written, string Sha256), bool> s_checked = [];

    /// <summary>Refuses a file whose content is not what the manifest says.</summary>
    /// <exception cref="InvalidDataException">The content has another size or SHA-256, or cannot be decompressed.</exception>
    public static void Require(string path, DatasetFile file)
    {
        var info = new FileInfo(path);
        var key = (info.FullName, info.Length, info.LastWriteTimeUtc, file.ContentSha256);
        if (s_checked.ContainsKey(key))
        {
            return;
        }

        using (Stream content = DataFile.Open(path, "data file"))
        {
            if (Mismatch(content, path, file.ContentBytes, file.ContentSha256) is { } mismatch)
            {
                throw new InvalidDataException($"{path} is not the file that the manifest describes: the content has {mismatch}. Remove it and fetch it again.");
            }
        }

        s_checked[key] = true;
    }

    /// <summary>Says what is wrong with the content of a downloaded file, or null.</summary>
    public static string? Mismatch(string path, DatasetFile file)
    {
        using Stream content = file.Name.EndsWith(".gz", StringComparison.Ordinal) ? DataFile.Open(path, "data file") : File.OpenRead(path);
        return Mismatch(content, path, file.ContentBytes, file.ContentSha256);
    }

    /// <summary>Says what is wrong with a stream, or null.</summary>
    public static string? Mismatch(Stream content, string path, long bytes, string sha256)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int read; size <= bytes && (read = DataFile.ReadAtMost(content, buffer, path)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
        }

        if (size != bytes)
        {
            return $"{(size > bytes ? $"more than {bytes}" : $"{size}")} bytes instead of {bytes}";
        }

        string found = Convert.ToHexStringLower(hash.GetHashAndReset());
        return string.Equals(found, sha256, StringComparison.OrdinalIgnoreCase) ? null : $"SHA-256 {found} instead of {sha256}";
    }
}
