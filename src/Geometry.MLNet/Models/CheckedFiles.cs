using System.Security.Cryptography;

namespace Geometry.MLNet;

/// <summary>The files of an archive as a manifest lists them.</summary>
internal sealed class CheckedFiles(ArchiveReader archive)
{
    /// <summary>The bytes of a file, which are those that the manifest means.</summary>
    /// <exception cref="InvalidDataException">They are not.</exception>
    public byte[] Read(ModelFile file)
    {
        byte[] bytes = archive.Read(file.Path, Array.MaxLength);
        return bytes.Length != file.Size
            ? throw archive.Damaged($"'{file.Path}' has {bytes.Length} bytes, where the manifest says {file.Size}")
            : Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.Sha256
            ? throw archive.Damaged($"'{file.Path}' does not have the SHA-256 that the manifest says")
            : bytes;
    }
}
