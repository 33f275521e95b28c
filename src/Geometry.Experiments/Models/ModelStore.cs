using System.Security.Cryptography;
using Geometry.MLNet;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.Experiments;

/// <summary>The fitted models of an experiment's cells, a file each, for serving: what is appended for testing only is left out.</summary>
public sealed class ModelStore
{
    /// <summary>The name of the folder within that of the results.</summary>
    public const string FolderName = "models";

    private const int LongestName = 120;

    private readonly Dictionary<string, string> _names;

    private ModelStore(string folder, Dictionary<string, string> names) => (Folder, _names) = (folder, names);

    /// <summary>Gets the full path of the folder.</summary>
    public string Folder { get; }

    /// <summary>Says where the models of a folder of results are.</summary>
    /// <param name="results">The folder of the results.</param>
    /// <param name="pipeline">The pipeline.</param>
    /// <returns>The models.</returns>
    public static ModelStore Of(string results, Pipeline pipeline)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(results);
        ArgumentNullException.ThrowIfNull(pipeline);

        // Cells whose names are alike as file names are told apart by their numbers.
        Dictionary<string, string> names = pipeline.Cells.GroupBy(NameOf).SelectMany(alike => alike.Count() == 1
                ? alike.Select(cell => (cell.Key, Name: alike.Key))
                : alike.Select(cell => (cell.Key, Name: $"{alike.Key}-{cell.Index + 1}")))
            .ToDictionary(pair => pair.Key, pair => pair.Name, StringComparer.Ordinal);
        return new ModelStore(Path.Combine(Path.GetFullPath(results), FolderName), names);
    }

    /// <summary>Gives the path of a cell's model, whether it is there or not.</summary>
    /// <param name="cell">A cell of the pipeline.</param>
    /// <returns>The path.</returns>
    public string PathOf(Cell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Path.Combine(Folder, $"{_names[cell.Key]}.zip");
    }

    /// <summary>Says whether the model of a cell is there that was made with a result.</summary>
    internal bool Has(Cell cell, CellResult result)
    {
        string path = PathOf(cell);
        return result.ModelSha256 is { } hash && File.Exists(path) && HashOf(path) == hash;
    }

    /// <summary>Writes the model of a cell.</summary>
    /// <returns>The SHA-256 of the file.</returns>
    internal string Write(Cell cell, MLContext ml, IEnumerable<ITransformer> transformers, DataViewSchema inputSchema)
    {
        string path = PathOf(cell);
        Directory.CreateDirectory(Folder);
        ml.Geometry.Model.Save(new TransformerChain<ITransformer>([.. transformers]), inputSchema, path);
        return HashOf(path);
    }

    private static string HashOf(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string NameOf(Cell cell)
    {
        string plain = string.Concat(cell.Key.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '=' or '.' or '-' or '+' ? letter : '_'));
        return plain.Length == 0 ? "model" : plain.Length <= LongestName ? plain : plain[..LongestName];
    }
}
