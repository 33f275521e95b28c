using Geometry.MLNet;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.Experiments;

/// <summary>Runs a saved model over a table.</summary>
public sealed class ModelApplication
{
    private readonly IDataView _output;
    private readonly CellText[] _columns;

    private ModelApplication(IDataView output, CellText[] columns, IReadOnlyList<string> absent)
    {
        (_output, _columns, Absent) = (output, columns, absent);
        Names = [.. columns.SelectMany(column => column.Names)];
    }

    /// <summary>Gets the names of the columns that are written: of a vector one a slot, such as <c>Hidden1.0</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets the input columns that the table does not have and that the outputs do not need.</summary>
    public IReadOnlyList<string> Absent { get; }

    /// <summary>Loads a model and a table.</summary>
    /// <param name="model">The model file.</param>
    /// <param name="table">A CSV file with a header.</param>
    /// <param name="vectors">
    /// For vectors of the input the columns of the table that make them; without it, of a vector <c>Features</c> the columns <c>Features.0</c>, <c>Features.1</c>, ... or
    /// <c>Features0</c>, <c>Features1</c>, ...
    /// </param>
    /// <param name="outputs">The columns to write; null for all that the model adds.</param>
    /// <returns>What is ready to be written.</returns>
    /// <exception cref="BadInputException">A file cannot be used, or the table lacks a column that the outputs need.</exception>
    public static ModelApplication Open(string model, string table, IReadOnlyDictionary<string, string> vectors, IReadOnlyList<string>? outputs)
    {
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentException.ThrowIfNullOrEmpty(table);
        ArgumentNullException.ThrowIfNull(vectors);
        try
        {
            return Bind(model, table, vectors, outputs);
        }
        catch (Exception e) when (e is not BadInputException && UserErrors.Is(e))
        {
            throw new BadInputException(UserErrors.Text(e), e);
        }
    }

    /// <summary>Runs the model and writes a line a row, below a header.</summary>
    /// <param name="writer">Receives the lines.</param>
    /// <param name="cancellation">Stops between two rows.</param>
    /// <returns>The number of rows.</returns>
    public long Write(TextWriter writer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ScoresCsv.WriteLine(writer, Names);
        using DataViewRowCursor cursor = _output.GetRowCursor(_columns.Select(column => column.Column));
        Func<IEnumerable<string>>[] readers = Array.ConvertAll(_columns, column => column.Bind(cursor));
        long rows = 0;
        while (cursor.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            ScoresCsv.WriteLine(writer, readers.SelectMany(reader => reader()));
            rows++;
        }

        return rows;
    }

    private static ModelApplication Bind(string model, string table, IReadOnlyDictionary<string, string> vectors, IReadOnlyList<string>? outputs)
    {
        var ml = new MLContext(seed: 1);
        ITransformer loaded = ml.Geometry.Model.Load(model, out DataViewSchema schema);
        ITransformer served = loaded is TransformerChain<ITransformer> chain ? chain.GetModelFor(TransformerScope.Scoring) : loaded;
        IReadOnlyList<string> header = TableColumns.NamesIn(table);
        Dictionary<string, string> selections = Selections(schema, header, vectors);
        string[] texts = [.. schema.Where(column => (column.Type is TextDataViewType or KeyDataViewType) && header.Contains(column.Name)).Select(column => column.Name).Distinct()];
        IDataView view = ml.Geometry.Data.LoadFromCsv(table, new CsvLoadOptions { Schema = schema, Vectors = selections, TextColumns = texts });
        IDataView output = served.Transform(view);
        CellText[] columns = Outputs(output.Schema, schema, outputs);
        string[] absent = [.. schema.Where(column => !column.IsHidden && !selections.ContainsKey(column.Name) && !header.Contains(column.Name)).Select(column => column.Name)];
        RequireInputs(served, schema, columns, absent, table);
        return new ModelApplication(output, columns, absent);
    }

    // Vectors that the table has are found by their names.
    private static Dictionary<string, string> Selections(DataViewSchema schema, IReadOnlyList<string> header, IReadOnlyDictionary<string, string> vectors)
    {
        Dictionary<string, string> selections = new(vectors);
        foreach (DataViewSchema.Column column in schema.Where(column => !column.IsHidden && !vectors.ContainsKey(column.Name)))
        {
            if (column.Type is VectorDataViewType { Size: > 0 } vector)
            {
                string[]? found = new[] { $"{column.Name}.", column.Name }.Select(prefix => Enumerable.Range(0, vector.Size).Select(i => $"{prefix}{i}").ToArray())
                    .FirstOrDefault(names => names.All(header.Contains));
                if (found is not null)
                {
                    selections[column.Name] = string.Join(',', found);
                }
            }
        }

        return vectors.Keys.FirstOrDefault(name => schema.GetColumnOrNull(name) is null) is { } unknown
            ? throw new BadInputException($"the model has no input column '{unknown}'{Suggestion.For(unknown, schema.Select(column => column.Name))}")
            : selections;
    }

    private static CellText[] Outputs(DataViewSchema output, DataViewSchema input, IReadOnlyList<string>? wanted)
    {
        CellText[] all = [.. output.Where(column => !column.IsHidden).Select(CellText.Of).OfType<CellText>()];
        if (wanted is null)
        {
            return [.. all.Where(column => input.GetColumnOrNull(column.Column.Name) is null)];
        }

        string[] names = [.. all.Select(column => column.Column.Name)];
        return [.. wanted.Select(name => all.FirstOrDefault(column => column.Column.Name == name)
            ?? throw new BadInputException($"the model gives no column '{name}' that a table can hold{Suggestion.For(name, names)}"))];
    }

    private static void RequireInputs(ITransformer served, DataViewSchema schema, CellText[] columns, IReadOnlyList<string> absent, string table)
    {
        if (columns.Length == 0)
        {
            throw new BadInputException("the model adds no columns that a table can hold; name some with --columns.");
        }

        if (!served.IsRowToRowMapper)
        {
            return;
        }

        IRowToRowMapper mapper = served.GetRowToRowMapper(schema);
        DataViewSchema.Column[] needed = [.. mapper.GetDependencies(columns.Select(column => mapper.OutputSchema[column.Column.Name]))
            .Where(column => absent.Contains(column.Name))];
        if (needed.Length > 0)
        {
            throw new BadInputException(
                $"{table} lacks what the model needs: {string.Join(", ", needed.Select(column => $"'{column.Name}' ({column.Type})"))}. "
                + $"Say which columns of the table make a vector, such as --column '{needed[0].Name}=f*'.");
        }
    }
}
