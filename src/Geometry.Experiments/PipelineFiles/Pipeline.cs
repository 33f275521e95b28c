using System.Security.Cryptography;
using System.Text;

namespace Geometry.Experiments;

/// <summary>A pipeline file that has been read and checked: what to load, which chain of estimators to fit, and for which combinations of values.</summary>
public sealed class Pipeline
{
    internal Pipeline(string file, byte[] bytes, string name, string description, long seed, bool isQuick, Sweep sweep, IReadOnlyList<Cell> cells)
    {
        File = file;
        Text = Encoding.UTF8.GetString(bytes);
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Name = name;
        Description = description;
        Seed = seed;
        IsQuick = isQuick;
        Sweep = sweep;
        Cells = cells;
    }

    /// <summary>Gets the file, as the caller named it.</summary>
    public string File { get; }

    /// <summary>Gets the text of the file.</summary>
    public string Text { get; }

    /// <summary>Gets the SHA-256 of the file's bytes in lower-case hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Gets the name of the experiment.</summary>
    public string Name { get; }

    /// <summary>Gets the description; empty where there is none.</summary>
    public string Description { get; }

    /// <summary>Gets the seed that everything random starts from.</summary>
    public long Seed { get; }

    /// <summary>Gets whether variables have the values that the file gives for quick runs.</summary>
    public bool IsQuick { get; }

    /// <summary>Gets the cells: every combination of the sweep's values, at least one.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>Gets whether the seed is one in place of the file's own.</summary>
    internal bool IsSeedGiven { get; init; }

    /// <summary>Gets the variables.</summary>
    internal Sweep Sweep { get; }

    /// <summary>Gets the folder from which relative paths in the file count.</summary>
    internal string Directory => Path.GetDirectoryName(Path.GetFullPath(File))!;

    /// <summary>
    /// Reads and checks a pipeline file, down to the columns that each step needs, without training anything. At most a few rows of the
    /// data are loaded.
    /// </summary>
    /// <param name="file">The path of the file.</param>
    /// <param name="seed">A seed in place of the file's own, or null.</param>
    /// <param name="quick">Whether the file's field <c>quick</c> counts, where there is one: a smaller sweep.</param>
    /// <returns>The pipeline.</returns>
    /// <exception cref="PipelineFileException">The file has problems; all are listed, each with its place.</exception>
    /// <exception cref="BadInputException">The file cannot be read.</exception>
    public static Pipeline Load(string file, long? seed = null, bool quick = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        byte[] bytes;
        try
        {
            bytes = System.IO.File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            string reason = e is FileNotFoundException or DirectoryNotFoundException
                ? "there is no such file; check the path"
                : System.IO.Directory.Exists(file) ? "it is a folder; name a file in it"
                : UserErrors.Text(e);
            throw new BadInputException($"cannot read the pipeline file '{file}': {reason}", e);
        }

        return Parse(bytes, file, seed, quick);
    }

    /// <summary>Reads and checks the text of a pipeline file; see <see cref="Load"/>.</summary>
    /// <param name="utf8">The text in UTF-8.</param>
    /// <param name="file">The path that messages name; relative paths in the text count from its folder.</param>
    /// <param name="seed">A seed in place of the text's own, or null.</param>
    /// <param name="quick">Whether the field <c>quick</c> counts, where there is one.</param>
    /// <returns>The pipeline.</returns>
    /// <exception cref="PipelineFileException">The text has problems; all are listed, each with its place.</exception>
    public static Pipeline Parse(byte[] utf8, string file, long? seed = null, bool quick = false)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        return new PipelineReader(file, utf8).Read(seed, quick);
    }
}
