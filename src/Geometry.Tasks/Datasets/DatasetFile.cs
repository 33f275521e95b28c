namespace Geometry.Tasks;

/// <summary>A file of a data set.</summary>
/// <param name="Name">The name of the file, which ends in <c>.gz</c> where it is compressed.</param>
/// <param name="ContentBytes">The size of the uncompressed content in bytes.</param>
/// <param name="ContentSha256">The SHA-256 of the uncompressed content, 64 hexadecimal digits.</param>
public sealed record DatasetFile(string Name, long ContentBytes, string ContentSha256);
