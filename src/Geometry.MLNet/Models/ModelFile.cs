namespace Geometry.MLNet;

/// <summary>A file within a saved model.</summary>
/// <param name="Path">Its path within the archive.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Sha256">Their SHA-256, in hexadecimal digits.</param>
public sealed record ModelFile(string Path, long Size, string Sha256);
