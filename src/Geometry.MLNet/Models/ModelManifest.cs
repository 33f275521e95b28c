namespace Geometry.MLNet;

/// <summary>What a model file says of itself.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Version">The version of the format.</param>
/// <param name="Schema">The schema of the model's input, as ML.NET writes it.</param>
/// <param name="Model">The model.</param>
internal sealed record ModelManifest(string Format, int Version, ModelFile Schema, ManifestPart Model)
{
    /// <summary>The name of the format, and its newest version.</summary>
    public const string FormatName = "geometry-model";

    public const int Newest = 1;

    /// <summary>The entry of the manifest, and the most bytes that it may have.</summary>
    public const string Path = "model.json";

    public const long MaximumLength = 1 << 24;

    /// <summary>Reads the manifest of an archive and makes sure that it is of the same files, of the same sizes.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of a version that is not known.</exception>
    public static ModelManifest Read(ArchiveReader archive)
    {
        ModelManifest manifest = ModelJson.Read<ModelManifest>(archive.Read(Path, MaximumLength), $"manifest of the {archive.What}", Newest);
        if (manifest.Format != FormatName)
        {
            throw archive.Damaged($"its manifest is of the format '{manifest.Format}', not '{FormatName}'");
        }

        ModelFile[] files = [manifest.Schema, .. manifest.Model.AllFiles()];
        HashSet<string> listed = [Path];
        foreach (ModelFile file in files)
        {
            if (!listed.Add(file.Path))
            {
                throw archive.Damaged($"its manifest lists '{file.Path}' twice");
            }
        }

        string? unlisted = archive.Names.FirstOrDefault(name => !listed.Contains(name));
        return unlisted is null ? manifest : throw archive.Damaged($"its entry '{unlisted}' is not in the manifest");
    }
}
