using System.Security.Cryptography;

namespace Geometry.MLNet;

public sealed partial class ModelCatalog
{
    /// <summary>Says what a model file holds: its parts, their columns, scopes and files, and what networks are made of. The checksums of all files are compared.</summary>
    /// <param name="filePath">The file.</param>
    /// <returns>The description. It needs no functions or modules of the user's own, even where loading the model does.</returns>
    /// <exception cref="InvalidDataException">The file is no model, is damaged, or is of a version that this release does not know.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ModelDescription Describe(string filePath)
    {
        ArgumentException.ThrowIfNullOrEmpty(filePath);
        using FileStream stream = File.OpenRead(filePath);
        string hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        return new ModelReader(_context, stream, new ModelLoadOptions()).Describe(stream.Length, hash);
    }
}
