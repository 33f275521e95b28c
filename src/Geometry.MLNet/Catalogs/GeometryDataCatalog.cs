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
    /// <c>Label</c> where there is one target, the targets' names where there are several.
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
