using Geometry.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

public sealed partial class GeometryDataCatalog
{
    /// <summary>Loads labelled grey images from a pair of IDX files, plain or compressed with gzip (the format of MNIST).</summary>
    /// <param name="imagesPath">The images.</param>
    /// <param name="labelsPath">Their labels.</param>
    /// <param name="options">Class names, targets, number of rows; null for the defaults.</param>
    /// <returns>
    /// A view with <c>Features</c> (vector of Single with the dimensions 1 x height x width, pixels in [0, 1]), <c>Condition</c> (key with the
    /// classes' names) and one Boolean column a target.
    /// </returns>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, truncated, or not of this format.</exception>
    /// <exception cref="ArgumentException">A target names a class that there is not, or divides nothing.</exception>
    public IDataView LoadFromIdxFiles(string imagesPath, string labelsPath, ImageLoadOptions? options = null)
    {
        options ??= new ImageLoadOptions();
        return View(LabelledImages.Read(imagesPath, labelsPath, options.ClassNames), options);
    }

    /// <summary>Loads labelled colour images of 32 x 32 pixels from binary files of CIFAR-10 or CIFAR-100, plain or compressed with gzip.</summary>
    /// <param name="paths">The files, which are read one after the other.</param>
    /// <param name="format">The layout of the records.</param>
    /// <param name="options">Class names, targets, number of rows; null for the defaults.</param>
    /// <returns>
    /// A view with <c>Features</c> (vector of Single with the dimensions 3 x 32 x 32: red, green, blue, pixels in [0, 1]), <c>Condition</c> (key with
    /// the classes' names), for CIFAR-100 <c>Superclass</c> (key with the names of the 20 groups of classes), and one Boolean column a target.
    /// </returns>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    /// <exception cref="InvalidDataException">A file does not consist of whole records, or has a label out of range.</exception>
    /// <exception cref="ArgumentException">There is no path, a target names a class that there is not, or divides nothing.</exception>
    public IDataView LoadFromCifarFiles(IReadOnlyList<string> paths, CifarFormat format, ImageLoadOptions? options = null)
    {
        options ??= new ImageLoadOptions();
        return View(LabelledImages.ReadCifar(paths, format, options.ClassNames, options.SuperclassNames, options.Limit), options);
    }

    /// <summary>Loads a part of a data set that this library knows: from the system's packages, the data directory, or by download, in that order.</summary>
    /// <param name="name">One of <see cref="DatasetManifest.KnownNames"/>, such as <c>fashion-mnist</c> or <c>cifar-10</c>.</param>
    /// <param name="part">The part, such as <c>train</c> or <c>test</c>.</param>
    /// <param name="options">Targets and number of rows; null for the defaults.</param>
    /// <returns>A view with the columns of <see cref="LoadFromIdxFiles"/> or <see cref="LoadFromCifarFiles"/>.</returns>
    /// <exception cref="DatasetNotFoundException">The files are nowhere; the message names what was tried and the remedy.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or has another checksum than the data set's.</exception>
    /// <exception cref="ArgumentException">There is no such data set or part, or a target names a class that there is not.</exception>
    public IDataView LoadDataset(string name, string part, ImageLoadOptions? options = null)
    {
        options ??= new ImageLoadOptions();
        DatasetManifest manifest = DatasetManifest.Find(name);
        _ = manifest.Split(part);
        return View(new DatasetLocator().Locate(manifest).ReadImages(part, options.ClassNames, options.SuperclassNames, options.Limit), options);
    }

    private static IDataView View(LabelledImages images, ImageLoadOptions options)
    {
        options.Validate(images.ClassNames, images.SuperclassNames);
        int rows = Math.Min(images.Count, options.Limit);
        int[] codes = Codes(images.Labels, rows), groups = Codes(images.SuperclassLabels, Math.Min(rows, images.SuperclassLabels.Length));
        IEnumerable<MemoryColumn> targets = options.Targets.Select(target => MemoryColumn.Scalars(
            target.Key, BooleanDataViewType.Instance, Members(target.Value, codes, images.ClassNames, groups, images.SuperclassNames)));
        return new MemoryDataView(
            rows,
            [
                MemoryColumn.Pixels("Features", images.Pixels, images.Channels, images.Height, images.Width),
                MemoryColumn.Keys("Condition", codes, images.ClassNames),
                .. groups.Length == 0 ? (ReadOnlySpan<MemoryColumn>)[] : [MemoryColumn.Keys("Superclass", groups, images.SuperclassNames)],
                .. targets,
            ]);
    }

    private static int[] Codes(ReadOnlyMemory<byte> labels, int rows) => Array.ConvertAll(labels[..rows].ToArray(), code => (int)code);

    private static bool[] Members(
        IReadOnlyList<string> members, int[] codes, IReadOnlyList<string> classNames, int[] groups, IReadOnlyList<string> superclassNames)
    {
        bool[] classes = [.. classNames.Select(members.Contains)], superclasses = [.. superclassNames.Select(members.Contains)];
        return [.. codes.Select((code, row) => classes[code] || (groups.Length > 0 && superclasses[groups[row]]))];
    }
}
