using Geometry.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Sources of data; reached as <c>ml.Geometry.Data</c>. Views are in memory, and can be shuffled.</summary>
public sealed partial class GeometryDataCatalog
{
    private readonly MLContext _mlContext;

    internal GeometryDataCatalog(MLContext mlContext) => _mlContext = mlContext;

    /// <summary>Draws rows of a task of known geometry.</summary>
    /// <param name="task">The task.</param>
    /// <param name="rows">The number of rows; at least 1.</param>
    /// <param name="seed">The seed of the rows (the task has its own); give train and test rows different ones.</param>
    /// <returns>
    /// A view with <c>Features</c> (vector of Single with the task's <see cref="GeometryTask.FeatureShape"/>), <c>Condition</c> (key with the conditions' names) and one Boolean column a target:
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
                MemoryColumn.Vectors("Features", sample.Features, [.. task.FeatureShape]),
                MemoryColumn.Keys("Condition", sample.Conditions.ToArray(), task.Layout.ConditionNames),
                .. targets,
                .. task.TargetCount == 1 ? (ReadOnlySpan<MemoryColumn>)[] : [MemoryColumn.Vectors("Label", sample.Targets, sample.TargetCount)],
            ]);
    }

    /// <summary>Loads a CSV file with a header (UTF-8, separated by comma, semicolon or tab).</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns make vectors and which are text; null for scalars throughout.</param>
    /// <returns>
    /// A view with the vectors, and each column of the file that is in no vector as Single or text. All numbers are finite.
    /// </returns>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="InvalidDataException">The file is no table, or a cell of a vector is no finite number; the message names line and column.</exception>
    /// <exception cref="ArgumentException">A selection matches no column, or not as many as a vector of the schema has.</exception>
    /// <exception cref="NotSupportedException">A column of the schema is of a type that a cell of a table cannot hold.</exception>
    public IDataView LoadFromCsv(string path, CsvLoadOptions? options = null)
    {
        options ??= new CsvLoadOptions();
        Table table = Table.Read(path, options.TextColumns);
        string[] names = [.. table.Columns.Select(column => column.Name)];
        var vectors = options.Vectors.Select(vector => (vector.Key, Columns: ColumnSelection.Resolve(vector.Value, names, path))).ToList();
        if (options.Schema is { } schema)
        {
            return new MemoryDataView(table.RowCount, schema.Where(column => !column.IsHidden).Select(column =>
                vectors.FirstOrDefault(vector => vector.Key == column.Name).Columns is { } parts ? SchemaColumns.Vector(column, Interleave(table, parts), parts.Count)
                : table.Columns.FirstOrDefault(one => one.Name == column.Name) is { } cells ? SchemaColumns.Scalar(column, cells)
                : SchemaColumns.Absent(column)));
        }

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
