namespace Geometry.MLNet;

/// <summary>How a folder of image files is loaded.</summary>
public sealed record ImageFolderOptions
{
    /// <summary>Gets Boolean columns to make: for each its name and the names of the classes (sub-folders) for which it is true.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Targets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Gets the most images to load of each class: the first ones by name.</summary>
    /// <value>At least 1. Default: null, all.</value>
    public int? MaximumPerClass { get; init; }

    /// <summary>
    /// Gets whether files that cannot be used are left out, counted and named in a warning of the <c>MLContext</c>'s log, instead of refused: files that are
    /// no images or damaged and, unless only paths are wanted, images of another size or number of channels than most.
    /// </summary>
    /// <value>Default: false.</value>
    public bool SkipUnreadable { get; init; }

    /// <summary>
    /// Gets whether the images are not decoded, so that there is no column <c>Features</c> and sizes may differ: for ML.NET's own <c>LoadImages</c>,
    /// <c>ResizeImages</c> and <c>ExtractPixels</c> behind the column <c>ImagePath</c>.
    /// </summary>
    /// <value>Default: false.</value>
    public bool PathsOnly { get; init; }
}
