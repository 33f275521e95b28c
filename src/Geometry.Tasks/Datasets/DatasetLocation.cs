namespace Geometry.Tasks;

/// <summary>The files of a data set on this machine.</summary>
/// <param name="Manifest">The data set.</param>
/// <param name="Origin">Where the files were found.</param>
/// <param name="Directory">The directory that holds them.</param>
/// <param name="Paths">The path of each file, by the name that the manifest gives it.</param>
public sealed record DatasetLocation(
    DatasetManifest Manifest, DatasetOrigin Origin, string Directory, IReadOnlyDictionary<string, string> Paths)
{
    /// <summary>Reads the images and labels of a part, after a comparison of its files with their checksums.</summary>
    /// <param name="split">The name of the part, such as <c>train</c>.</param>
    /// <param name="classNames">Names of the classes in place of the manifest's; null for these.</param>
    /// <param name="superclassNames">Names of the groups of classes in place of the manifest's; null for these.</param>
    /// <param name="maximumImages">The most images of a CIFAR part to keep, the first ones; at least 1.</param>
    /// <returns>The images, with the names of their classes.</returns>
    /// <exception cref="ArgumentException">There is no such part.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or is not the one that the manifest describes.</exception>
    public LabelledImages ReadImages(
        string split, IReadOnlyList<string>? classNames = null, IReadOnlyList<string>? superclassNames = null, int maximumImages = int.MaxValue)
    {
        DatasetSplit part = Manifest.Split(split);
        foreach (string name in part.Labels is null ? part.Images : part.Images.Append(part.Labels))
        {
            DatasetChecksum.Require(Paths[name], Manifest.Files.First(file => file.Name == name));
        }

        classNames ??= Manifest.Classes;
        return Manifest.Format == DatasetFormat.Idx
            ? LabelledImages.Read(Paths[part.Images[0]], Paths[part.Labels!], classNames)
            : LabelledImages.ReadCifar(
                [.. part.Images.Select(name => Paths[name])], Manifest.Format == DatasetFormat.Cifar10 ? CifarFormat.Cifar10 : CifarFormat.Cifar100,
                classNames, superclassNames ?? Manifest.Superclasses, maximumImages);
    }
}
