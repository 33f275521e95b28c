namespace Microsoft.ML.Data;

public sealed class MultiFileSource : IMultiStreamSource
{
    private readonly string[] _paths;

    public MultiFileSource(params string[] paths)
    {
        Check.Value(paths, nameof(paths));
        Check.Param(paths.All(p => !string.IsNullOrEmpty(p)), nameof(paths), "No path may be null or empty");
        _paths = [.. paths.SelectMany(Expanded)];
    }

    public int Count => _paths.Length;

    public string GetPathOrNull(int index)
    {
        Check.Param((uint)index < (uint)Count, nameof(index), "The index is out of range");
        return _paths[index];
    }

    public Stream Open(int index) => new FileStream(GetPathOrNull(index), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);

    public TextReader OpenTextReader(int index) => new StreamReader(Open(index));

    // A wild card stands for all the files that match, in the order of their names.
    private static IEnumerable<string> Expanded(string path)
    {
        if (!path.Contains('*'))
            return [path];
        string folder = Path.GetDirectoryName(path);
        var found = Directory.GetFiles(string.IsNullOrEmpty(folder) ? "." : folder, Path.GetFileName(path));
        Array.Sort(found, StringComparer.Ordinal);
        return found;
    }
}
