namespace Geometry.Tasks;

/// <summary>The files of a data set on this machine.</summary>
/// <param name="Manifest">The data set.</param>
/// <param name="Origin">Where the files were found.</param>
/// <param name="Directory">The directory that holds them.</param>
/// <param name="Paths">The path of each file, by the name that the manifest gives it.</param>
public sealed record DatasetLocation(
    DatasetManifest Manifest, DatasetOrigin Origin, string Directory, IReadOnlyDictionary<string, string> Paths)
{
    /// <summary>Reads the images and labels of a part.</summary>
    /// <param name="split">The name of the part, such as <c>train</c>.</param>
    /// <returns>The images, with the names of their classes.</returns>
    /// <exception cref="ArgumentException">There is no such part.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public LabelledImages ReadImages(string split)
    {
        DatasetSplit files = Manifest.Split(split);
        return LabelledImages.Read(Paths[files.Images], Paths[files.Labels], Manifest.Classes);
    }
}
