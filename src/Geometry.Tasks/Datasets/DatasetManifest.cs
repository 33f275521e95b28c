using System.Reflection;
using System.Text.Json;

namespace Geometry.Tasks;

/// <summary>What is known of a data set: its files, their checksums, and where to look for them.</summary>
/// <param name="Name">The name in pipeline files.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Licence">Under what licence it may be used.</param>
/// <param name="Homepage">Where it is described.</param>
/// <param name="Format">The format of the files.</param>
/// <param name="Classes">The names of the classes, in the order of the labels.</param>
/// <param name="Splits">The parts by name.</param>
/// <param name="Checksums">Where the checksums come from.</param>
/// <param name="Files">All files.</param>
/// <param name="Packages">Packages of the operating system that bring it.</param>
/// <param name="Downloads">Addresses to which the name of a file, or of the archive where there is one, is appended.</param>
/// <param name="Superclasses">The names of the groups of classes, in the order of their labels; null where there are none.</param>
/// <param name="Archive">The archive that brings the files; null where they are downloaded one by one.</param>
public sealed record DatasetManifest(
    string Name,
    string Title,
    string Licence,
    string Homepage,
    DatasetFormat Format,
    IReadOnlyList<string> Classes,
    IReadOnlyDictionary<string, DatasetSplit> Splits,
    string Checksums,
    IReadOnlyList<DatasetFile> Files,
    IReadOnlyList<DatasetPackage> Packages,
    IReadOnlyList<string> Downloads,
    IReadOnlyList<string>? Superclasses = null,
    DatasetArchive? Archive = null)
{
    private const string Extension = ".json";

    /// <summary>Gets the names of the data sets that are built in.</summary>
    public static IReadOnlyList<string> KnownNames { get; } =
        [.. Assembly.GetManifestResourceNames().Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => name[..^Extension.Length]).Order(StringComparer.Ordinal)];

    private static Assembly Assembly => typeof(DatasetManifest).Assembly;

    /// <summary>Gives the manifest of a data set that is built in.</summary>
    /// <param name="name">One of <see cref="KnownNames"/>.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="ArgumentException">No data set has the name; the message lists those there are.</exception>
    public static DatasetManifest Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!KnownNames.Contains(name))
        {
            throw new ArgumentException(
                $"The data set '{name}' is unknown. Did you mean '{NearestName.To(name, KnownNames)}'? Known: {string.Join(", ", KnownNames)}.");
        }

        using Stream stream = Assembly.GetManifestResourceStream(name + Extension)!;
        return Read(stream);
    }

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">The JSON text; <c>datasets/README.md</c> describes it.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="InvalidDataException">The text is no manifest.</exception>
    public static DatasetManifest Read(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, DatasetManifestContext.Default.DatasetManifest)
                ?? throw new InvalidDataException("The data set manifest is null.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The data set manifest cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Gives a part of the data set.</summary>
    /// <param name="name">The name of the part, such as <c>train</c>.</param>
    /// <returns>Its files.</returns>
    /// <exception cref="ArgumentException">There is no such part; the message lists those there are.</exception>
    public DatasetSplit Split(string name) => Splits.TryGetValue(name, out DatasetSplit? split)
        ? split
        : throw new ArgumentException($"The data set '{Name}' has no part '{name}'. It has: {string.Join(", ", Splits.Keys)}.");
}
