using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>
/// Adds the scores of weight dynamics as a column: a vector of Double with a slot for each score and variant, the same in every row of any view, since
/// they are of the data that the estimator was fitted on.
/// </summary>
public sealed class DynamicsTransformer : ITransformer
{
    internal DynamicsTransformer(ScoreColumns columns, string outputColumnName, IReadOnlyList<ScoreEntry> entries, IReadOnlyList<ResultTable> tables) =>
        (Columns, OutputColumnName, Entries, Tables) = (columns, outputColumnName, entries, tables);

    /// <summary>Gets the name of the column that is added.</summary>
    public string OutputColumnName { get; }

    /// <summary>Gets the tables.</summary>
    public IReadOnlyList<ResultTable> Tables { get; }

    /// <summary>Gets the columns that the dynamics are of.</summary>
    internal ScoreColumns Columns { get; }

    /// <summary>Gets the scores.</summary>
    internal IReadOnlyList<ScoreEntry> Entries { get; }

    /// <summary>Gets false: the scores are of a layer, not of a row.</summary>
    public bool IsRowToRowMapper => false;

    /// <summary>Gets the schema of the output for a schema of the input.</summary>
    /// <param name="inputSchema">The schema of the input.</param>
    /// <returns>The input's columns, followed by that of the scores.</returns>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        var builder = new DataViewSchema.Builder();
        builder.AddColumns(inputSchema);
        DataViewSchema.DetachedColumn column = Column(OutputColumnName, Columns.Embedding, Entries, Tables);
        builder.AddColumn(column.Name, column.Type, column.Annotations);
        return builder.ToSchema();
    }

    /// <summary>Adds the scores to a view.</summary>
    /// <param name="input">The view.</param>
    /// <returns>The view with the column appended.</returns>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new ScoreView(input, GetOutputSchema(input.Schema), SharedPass.Of(input), new Lazy<IReadOnlyList<ScoreEntry>>(Entries));
    }

    /// <summary>Always refuses: the scores are of a layer, not of a row.</summary>
    /// <param name="inputSchema">Not used.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => throw new InvalidOperationException(
        $"The dynamics '{OutputColumnName}' are of a layer, so they cannot map single rows. Append them with TransformerScope.Testing and serve "
        + "chain.GetModelFor(TransformerScope.Scoring).");

    /// <summary>Always refuses: <c>ml.Model.Save</c> is for stock transformers alone.</summary>
    /// <param name="ctx">Not used.</param>
    void ICanSaveModel.Save(ModelSaveContext ctx) => throw StockSave.Refused($"the dynamics '{OutputColumnName}'");

    internal static DataViewSchema.DetachedColumn Column(
        string name, string embedding, IReadOnlyList<ScoreEntry> entries, IReadOnlyList<ResultTable> tables)
    {
        string[] slots = entries.Count == 0 ? [""] : [.. entries.Select(entry => $"{entry.Score} {entry.Variant} {entry.Target}")];
        var annotations = new DataViewSchema.Annotations.Builder();
        TextAnnotation.Add(annotations, "SlotNames", slots);
        ScoreAnnotation.Add(annotations, embedding, () => entries);
        TableAnnotation.Add(annotations, () => tables);
        return new DataViewSchema.DetachedColumn(name, new VectorDataViewType(NumberDataViewType.Double, slots.Length), annotations.ToAnnotations());
    }
}
