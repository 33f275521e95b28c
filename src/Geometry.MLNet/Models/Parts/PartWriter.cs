namespace Geometry.MLNet;

/// <summary>Takes the files of a part.</summary>
internal sealed class PartWriter(ArchiveWriter archive, string folder)
{
    private readonly List<ModelFile> _files = [];

    /// <summary>Gets the files.</summary>
    public IReadOnlyList<ModelFile> Files => _files;

    /// <summary>Adds a file.</summary>
    public void Add(string name, Action<Stream> write) => _files.Add(archive.Add($"{folder}/{name}", write));

    /// <summary>Adds the description of the part.</summary>
    public void Describe<T>(T description) => Add(PartFormat.Description, stream => stream.Write(ModelJson.Write(description)));
}
