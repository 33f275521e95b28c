namespace Geometry.MLNet;

/// <summary>
/// The zip files that models are kept in: every entry is stored as it is, so that no file takes more memory than it has bytes; times are
/// 1980-01-01, so that the same entries give the same bytes; no comments, no extra fields, no entries of 4 GiB.
/// </summary>
internal static class ArchiveLayout
{
    public const uint LocalSignature = 0x04034b50, CentralSignature = 0x02014b50, EndSignature = 0x06054b50;

    /// <summary>The bytes before the name of an entry where its bytes are, and in the directory, and of the end.</summary>
    public const int LocalLength = 30, CentralLength = 46, EndLength = 22;

    /// <summary>The version of the format that is needed to read an entry, and the flag for a name in UTF-8.</summary>
    public const ushort Version = 20, Utf8Flag = 1 << 11;

    /// <summary>1980-01-01 00:00, the first time that there is.</summary>
    public const uint Time = ((1 << 5) | 1) << 16;

    /// <summary>The most entries, the longest name and the largest directory.</summary>
    public const int MaximumEntries = 10_000, MaximumNameLength = 1024, MaximumDirectoryLength = 1 << 22;

    /// <summary>Whether a name is a path that stays within the archive, wherever it is unpacked.</summary>
    public static bool IsSafe(string name) =>
        !name.Contains(':', StringComparison.Ordinal) && !name.Any(char.IsControl) && name.Split('/', '\\').All(piece => piece is not ("" or "." or ".."));
}
