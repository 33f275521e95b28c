using Geometry.MLNet;
using Geometry.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.Experiments;

/// <summary>The columns of a table that are scored, with the names that the header gives them.</summary>
internal sealed class TableColumns
{
    private readonly string _path;
    private readonly Dictionary<string, string> _vectors;

    private TableColumns(string path, IReadOnlyList<string> conditions, IReadOnlyList<string> targets, Dictionary<string, string> vectors, string? input)
    {
        _path = path;
        _vectors = vectors;
        Conditions = conditions;
        Targets = targets;
        Input = input;
    }

    /// <summary>Gets the condition columns.</summary>
    public IReadOnlyList<string> Conditions { get; }

    /// <summary>Gets the target columns; none for every balanced dichotomy of the conditions.</summary>
    public IReadOnlyList<string> Targets { get; }

    /// <summary>Gets the names of the embeddings.</summary>
    public IEnumerable<string> Embeddings => _vectors.Keys.Where(name => name != Input);

    /// <summary>Gets the name of the inputs, or null.</summary>
    public string? Input { get; }

    /// <summary>Finds the columns in the header of a table.</summary>
    /// <exception cref="BadInputException">A name is taken twice.</exception>
    /// <exception cref="ArgumentException">A selection matches no column.</exception>
    public static TableColumns Of(string path, TableScoringOptions options)
    {
        IReadOnlyList<string> names = NamesIn(path);
        IReadOnlyList<string> conditions = ColumnSelection.Resolve(options.Conditions, names, path);
        IReadOnlyList<string> targets = options.Targets is null ? [] : ColumnSelection.Resolve(options.Targets, names, path);
        Dictionary<string, string> vectors = [];
        foreach ((string name, string selection) in options.Input is { } input ? [.. options.Embeddings, input] : options.Embeddings)
        {
            IReadOnlyList<string> columns = ColumnSelection.Resolve(selection, names, path);
            if (columns.Intersect(conditions.Concat(targets)).FirstOrDefault() is { } both)
            {
                throw new BadInputException($"'{selection}' holds the column '{both}', which is a condition or a target; select the features only.");
            }

            if (!vectors.TryAdd(name, selection))
            {
                throw new BadInputException($"two embeddings or inputs are named '{name}'; name them apart: --embedding NAME=COLUMNS.");
            }
        }

        return new TableColumns(path, conditions, targets, vectors, options.Input?.Name);
    }

    /// <summary>Loads the table.</summary>
    /// <exception cref="BadInputException">There is one condition only, or a target is the same in all rows.</exception>
    public IDataView Load(MLContext ml)
    {
        IDataView view = ml.Geometry.Data.LoadFromCsv(_path, new CsvLoadOptions { Vectors = _vectors, TextColumns = [.. Conditions.Concat(Targets).Distinct()] });
        if (Conditions.All(column => IsConstant(view, column, out _)))
        {
            IsConstant(view, Conditions[0], out string value);
            throw new BadInputException($"{_path}: all rows have one condition ({Conditions[0]} = '{value}'), and scores compare conditions. "
                + "Give rows of several conditions, or name other columns with --condition.");
        }

        foreach (string target in Targets)
        {
            if (IsConstant(view, target, out string value))
            {
                throw new BadInputException($"{_path}: all rows are of one class ({target} = '{value}'), so there is nothing to tell apart. "
                    + "Give rows of both classes, or name another column with --target.");
            }
        }

        return view;
    }

    /// <summary>Reads the names of all columns of a table.</summary>
    /// <exception cref="BadInputException">There is no such file, or it is empty.</exception>
    public static IReadOnlyList<string> NamesIn(string path)
    {
        using StreamReader reader = File.Exists(path) ? new StreamReader(path) : throw new BadInputException($"there is no table '{path}'; check the path.");
        string? header = reader.ReadLine();
        return string.IsNullOrWhiteSpace(header)
            ? throw new BadInputException($"{path} is empty; the first line of a table names its columns.")
            // A header stands for a table of its own: with itself as the only row it has the names, whatever follows.
            : [.. Table.Parse($"{header}\n{header}\n", path).Columns.Select(column => column.Name)];
    }

    private static bool IsConstant(IDataView view, string column, out string value)
    {
        using IEnumerator<ReadOnlyMemory<char>> cells = view.GetColumn<ReadOnlyMemory<char>>(view.Schema[column]).GetEnumerator();
        value = cells.MoveNext() ? cells.Current.ToString() : "";
        while (cells.MoveNext())
        {
            if (!cells.Current.Span.SequenceEqual(value))
            {
                return false;
            }
        }

        return true;
    }
}
