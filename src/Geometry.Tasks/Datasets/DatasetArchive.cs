namespace Geometry.Tasks;

/// <summary>A tar archive, compressed with gzip, that brings all files of a data set.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Bytes">Its size in bytes, as it is.</param>
/// <param name="Sha256">Its SHA-256, as it is, 64 hexadecimal digits.</param>
public sealed record DatasetArchive(string Name, long Bytes, string Sha256);
