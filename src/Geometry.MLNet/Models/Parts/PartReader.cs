using Geometry.Networks;

namespace Geometry.MLNet;

/// <summary>Gives the files of a part, each compared with its size and SHA-256.</summary>
internal sealed class PartReader(CheckedFiles files, ManifestPart part, ModelLoadOptions options)
{
    private readonly HashSet<ModelFile> _read = [];

    /// <summary>Gets what the file cannot hold.</summary>
    public ModelLoadOptions Options => options;

    /// <summary>The description of the part.</summary>
    public T Describe<T>(int newest)
        where T : class => ModelJson.Read<T>(Bytes(PartFormat.Description), $"description of a part of kind '{part.Kind}'", newest);

    /// <summary>Reads a network that wrote itself.</summary>
    public TNetwork Network<TNetwork>(string name, Func<Stream, IEnumerable<Nonlinearity>, TNetwork> load)
    {
        using MemoryStream stream = new(Bytes(name), writable: false);
        TNetwork network = load(stream, options.Nonlinearities);
        return stream.Position == stream.Length ? network : throw new InvalidDataException($"The file '{name}' of a part of kind '{part.Kind}' has bytes behind its tensors.");
    }

    /// <summary>Makes sure that there is no file that was not read, so that none goes unchecked.</summary>
    /// <exception cref="FormatException">There is one.</exception>
    public void RequireAllRead()
    {
        if (part.Files?.FirstOrDefault(file => !_read.Contains(file)) is { } left)
        {
            throw new FormatException($"it has a file '{left.Path}' that is not part of it");
        }
    }

    private byte[] Bytes(string name)
    {
        ModelFile[] found = [.. (part.Files ?? []).Where(file => file.Path.EndsWith($"/{name}", StringComparison.Ordinal))];
        return found is [var file] && _read.Add(file) ? files.Read(file) : throw new InvalidDataException($"A part of kind '{part.Kind}' has {found.Length} files '{name}' in the manifest, not one to be read once.");
    }
}
