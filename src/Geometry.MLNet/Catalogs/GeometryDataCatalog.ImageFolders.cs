using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Geometry.MLNet;

public sealed partial class GeometryDataCatalog
{
    /// <summary>Loads the PNG and JPEG files in the sub-folders of a folder; the name of a sub-folder is the class of its images.</summary>
    /// <param name="folder">The folder. Files and folders are taken in the order of their names; sub-folders of sub-folders are not looked at.</param>
    /// <param name="options">Targets, what to do about files that cannot be used; null for the defaults.</param>
    /// <returns>
    /// A view with <c>ImagePath</c> (text, the full path), <c>Condition</c> (key with the classes' names), one Boolean column a target and, unless only paths are
    /// wanted, <c>Features</c> (vector of Single with the dimensions channels x height x width, pixels in [0, 1]; one channel where all images are grey,
    /// else red, green, blue).
    /// </returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="InvalidDataException">
    /// There are no images; or, unless they are to be left out, a file is neither PNG nor JPEG, is truncated or damaged, or images differ in size or
    /// channels. The message names the file and the fault.
    /// </exception>
    /// <exception cref="ArgumentException">A target names a class that there is not, or divides nothing.</exception>
    public IDataView LoadFromImageFolder(string folder, ImageFolderOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new ImageFolderOptions();
        if (options.MaximumPerClass < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.MaximumPerClass, "Load at least one image of a class, or leave MaximumPerClass null for all.");
        }

        var files = new ImageFolder(folder, options);
        new ImageLoadOptions { Targets = options.Targets }.Validate(files.ClassNames, []);
        MemoryColumn[] features = [];
        if (!options.PathsOnly)
        {
            (byte[] pixels, int[] shape) = files.Decode(options);
            features = [MemoryColumn.Pixels("Features", pixels, shape)];
        }

        Report(files.Skipped, folder);
        int[] codes = files.Classes;
        IEnumerable<MemoryColumn> targets = options.Targets.Select(target => MemoryColumn.Scalars(
            target.Key, BooleanDataViewType.Instance, Members(target.Value, codes, files.ClassNames, [], [])));
        return new MemoryDataView(
            codes.Length, [MemoryColumn.Texts("ImagePath", files.Paths), .. features, MemoryColumn.Keys("Condition", codes, files.ClassNames), .. targets]);
    }

    private void Report(List<string> skipped, string folder)
    {
        if (skipped.Count == 0)
        {
            return;
        }

        using IChannel channel = ((IHostEnvironment)_mlContext).Register("ImageFolder").Start("Loading");
        foreach (string reason in skipped)
        {
            channel.Info(MessageSensitivity.None, reason);
        }

        channel.Warning(MessageSensitivity.None, $"{skipped.Count} image files of {folder} were left out. The first: {skipped[0]}");
    }
}
