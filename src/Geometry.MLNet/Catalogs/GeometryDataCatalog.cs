using Geometry.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Sources of data; reached as <c>ml.Geometry.Data</c>. Views are in memory, and can be shuffled.</summary>
public sealed class GeometryDataCatalog
{
    internal GeometryDataCatalog()
    {
    }

    /// <summary>Draws rows of a task of known geometry.</summary>
    /// <param name="task">The task.</param>
    /// <param name="rows">The number of rows; at least 1.</param>
    /// <param name="seed">The seed of the rows (the task has its own); give train and test rows different ones.</param>
    /// <returns>
    /// A view with <c>Features</c> (vector of Single), <c>Condition</c> (key with the conditions' names) and one Boolean column a target:
    /// <c>Label</c> where there is one target, the targets' names where there are several, with <c>Label</c> (vector of Single, 0 or 1) for all of them.
    /// </returns>
    /// <exception cref="ArgumentException">A setting of the task is out of range, or settings contradict each other.</exception>
    public IDataView FromTask(GeometryTask task, int rows, long seed)
    {
        ArgumentNullException.ThrowIfNull(task);
        TaskSample sample = task.Sample(rows, seed);
        IEnumerable<MemoryColumn> targets = task.Layout.TargetNames.Select((name, target) => MemoryColumn.Scalars(
            task.TargetCount == 1 ? "Label" : name, BooleanDataViewType.Instance, Column(sample, target)));
        return new MemoryDataView(
            rows,
            [
                MemoryColumn.Vectors("Features", sample.Features, sample.Dimensions),
                MemoryColumn.Keys("Condition", sample.Conditions.ToArray(), task.Layout.ConditionNames),
                .. targets,
                .. task.TargetCount == 1 ? (ReadOnlySpan<MemoryColumn>)[] : [MemoryColumn.Vectors("Label", sample.Targets, sample.TargetCount)],
            ]);
    }

    /// <summary>Loads labelled images from a pair of IDX files, plain or compressed with gzip (the format of MNIST).</summary>
    /// <param name="imagesPath">The images.</param>
    /// <param name="labelsPath">Their labels.</param>
    /// <param name="options">Class names, targets, number of rows; null for the defaults.</param>
    /// <returns>
    /// A view with <c>Features</c> (vector of Single with the dimensions height x width, pixels in [0, 1]), <c>Condition</c> (key with the classes'
    /// names) and one Boolean column a target.
    /// </returns>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, truncated, or not of this format.</exception>
    /// <exception cref="ArgumentException">A target names a class that there is not, or divides nothing.</exception>
    public IDataView LoadFromIdxFiles(string imagesPath, string labelsPath, ImageLoadOptions? options = null)
    {
        options ??= new ImageLoadOptions();
        return View(LabelledImages.Read(imagesPath, labelsPath, options.ClassNames), options);
    }

    /// <summary>Loads a part of a data set that this library knows: from the system's packages, the data directory, or by download, in that order.</summary>
    /// <param name="name">One of <see cref="DatasetManifest.KnownNames"/>, such as <c>fashion-mnist</c>.</param>
    /// <param name="part">The part, such as <c>train</c> or <c>test</c>.</param>
    /// <param name="options">Targets and number of rows; null for the defaults.</param>
    /// <returns>A view with the columns of <see cref="LoadFromIdxFiles"/>.</returns>
    /// <exception cref="DatasetNotFoundException">The files are nowhere; the message names what was tried and the remedy.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    /// <exception cref="ArgumentException">There is no such data set or part, or a target names a class that there is not.</exception>
    public IDataView LoadDataset(string name, string part, ImageLoadOptions? options = null)
    {
        options ??= new ImageLoadOptions();
        DatasetLocation location = new DatasetLocator().Locate(DatasetManifest.Find(name));
        DatasetSplit files = location.Manifest.Split(part);
        return View(LabelledImages.Read(location.Paths[files.Images], location.Paths[files.Labels], options.ClassNames ?? location.Manifest.Classes), options);
    }

    /// <summary>Loads a CSV file with a header (UTF-8, separated by comma, semicolon or tab).</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns make vectors and which are text; null for scalars throughout.</param>
    /// <returns>
    /// A view with the vectors, and each column of the file that is in no vector as Single or text. All numbers are finite.
    /// </returns>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="InvalidDataException">The file is no table, or a cell of a vector is no finite number; the message names line and column.</exception>
    /// <exception cref="ArgumentException">A selection matches no column.</exception>
    public IDataView LoadFromCsv(string path, CsvLoadOptions? options = null)
    {
        options ??= new CsvLoadOptions();
        Table table = Table.Read(path, options.TextColumns);
        string[] names = [.. table.Columns.Select(column => column.Name)];
        var vectors = options.Vectors.Select(vector => (vector.Key, Columns: ColumnSelection.Resolve(vector.Value, names, path))).ToList();
        IEnumerable<TableColumn> rest = table.Columns.ExceptBy(vectors.SelectMany(vector => vector.Columns), column => column.Name);
        return new MemoryDataView(
            table.RowCount,
            [.. vectors.Select(vector => MemoryColumn.Vectors(vector.Key, Interleave(table, vector.Columns), vector.Columns.Count)), .. rest.Select(Scalars)]);
    }

    private static MemoryColumn Scalars(TableColumn column) => column.IsNumeric
        ? MemoryColumn.Scalars(column.Name, NumberDataViewType.Single, Array.ConvertAll(column.Numbers().ToArray(), number => (float)number))
        : MemoryColumn.Texts(column.Name, column.Texts());

    private static float[] Interleave(Table table, IReadOnlyList<string> columns)
    {
        var values = new float[table.RowCount * columns.Count];
        for (int i = 0; i < columns.Count; i++)
        {
            ReadOnlySpan<double> numbers = table[columns[i]].Numbers();
            for (int row = 0; row < numbers.Length; row++)
            {
                values[(row * columns.Count) + i] = (float)numbers[row];
            }
        }

        return values;
    }

    private static IDataView View(LabelledImages images, ImageLoadOptions options)
    {
        options.Validate(images.ClassNames);
        int rows = Math.Min(images.Count, options.MaximumRows ?? images.Count);
        int[] codes = Array.ConvertAll(images.Labels[..rows].ToArray(), code => (int)code);
        var pixels = new float[rows * images.Height * images.Width];
        for (int row = 0; row < rows; row++)
        {
            images.CopyPixels(row, pixels.AsSpan(row * images.Height * images.Width, images.Height * images.Width));
        }

        IEnumerable<MemoryColumn> targets = options.Targets.Select(target =>
        {
            bool[] members = [.. images.ClassNames.Select(target.Value.Contains)];
            return MemoryColumn.Scalars(target.Key, BooleanDataViewType.Instance, Array.ConvertAll(codes, code => members[code]));
        });
        return new MemoryDataView(
            rows,
            [MemoryColumn.Vectors("Features", pixels, images.Height, images.Width), MemoryColumn.Keys("Condition", codes, images.ClassNames), .. targets]);
    }

    private static bool[] Column(TaskSample sample, int target)
    {
        var values = new bool[sample.Rows];
        ReadOnlySpan<float> targets = sample.Targets.Span;
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = targets[(row * sample.TargetCount) + target] > 0;
        }

        return values;
    }
}
