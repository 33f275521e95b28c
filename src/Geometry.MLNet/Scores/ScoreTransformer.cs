using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>
/// Adds a score of the view that it is given as a column: a vector of Double with one slot a target (slot names), the same in every row,
/// computed at first use. Scores that are appended one behind the other are computed in one pass over the view, as far as memory goes
/// (<see cref="ScoreEstimator.WithMemory"/>). A slot is NaN, ML.NET's missing value, where the data does not define the score;
/// <see cref="ScoresCatalog.Collect"/> gives the reason.
/// </summary>
public sealed class ScoreTransformer : ITransformer
{
    private readonly ScoreRecipe _recipe;
    private readonly ScoreColumns _columns;
    private readonly ScorePlan _plan;
    private readonly IDataView? _training;
    private readonly long _memory;

    internal ScoreTransformer(ScoreRecipe recipe, ScoreColumns columns, string outputColumnName, ScorePlan plan, IDataView? training, long memory)
    {
        (_recipe, _columns, _plan, _training, _memory) = (recipe, columns, plan, training, memory);
        OutputColumnName = outputColumnName;
    }

    /// <summary>Gets the name of the column that is added.</summary>
    public string OutputColumnName { get; }

    /// <summary>Gets the names of the slots of the column, one a target.</summary>
    public IReadOnlyList<string> SlotNames => _plan.SlotNames;

    /// <summary>Gets the conditions that fitting found, in order.</summary>
    public IReadOnlyList<string> Conditions => _plan.Conditions;

    /// <summary>Gets what is computed, of which columns, under which conditions, and within which memory.</summary>
    internal (ScoreRecipe Recipe, ScoreColumns Columns, ScorePlan Plan, long Memory) Settings => (_recipe, _columns, _plan, _memory);

    /// <summary>Gets false: a score is of a view, not of a row.</summary>
    public bool IsRowToRowMapper => false;

    /// <summary>Gets the schema of the output for a schema of the input.</summary>
    /// <param name="inputSchema">The schema of the input.</param>
    /// <returns>The input's columns, followed by the score's.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    /// <remarks>A schema is of no view, so the column's annotation holds no scores.</remarks>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return Append(inputSchema, () => [], nameof(inputSchema));
    }

    /// <summary>Adds the score of a view to the view. Nothing is read until a row or the score is asked for.</summary>
    /// <param name="input">The view, of which all rows are scored.</param>
    /// <returns>The view with the column appended.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Lazy<IReadOnlyList<ScoreEntry>>? entries = null;
        DataViewSchema schema = Append(input.Schema, () => entries!.Value, nameof(input));
        SharedPass pass = SharedPass.Of(input);
        entries = new Lazy<IReadOnlyList<ScoreEntry>>(Scoring(input, pass));
        return new ScoreView(input, schema, pass, entries);
    }

    /// <summary>Always refuses: a score is of a view, not of a row.</summary>
    /// <param name="inputSchema">Not used.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => throw new InvalidOperationException(
        $"The score '{OutputColumnName}' is of a whole view, so it cannot map single rows. Append scores with TransformerScope.Testing and serve "
        + "chain.GetModelFor(TransformerScope.Scoring).");

    /// <summary>Always refuses: <c>ml.Model.Save</c> is for stock transformers alone.</summary>
    /// <param name="ctx">Not used.</param>
    void ICanSaveModel.Save(ModelSaveContext ctx) => throw StockSave.Refused($"the score '{OutputColumnName}'");

    /// <summary>Tells what scoring a view of as many rows of each condition as the one that was fitted will cost; the decoders, which are what takes time, count.</summary>
    /// <param name="schema">The schema of the view.</param>
    /// <returns>The cost, or null for a score without decoders.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The embedding is absent or of a type that cannot be used.</exception>
    public ScoreCost? EstimateCost(DataViewSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return _recipe.Cost(FloatColumn.Width(schema, "embedding", _columns.Embedding, nameof(schema)), _plan.Targets);
    }

    internal static DataViewSchema.DetachedColumn Column(
        string name, IReadOnlyList<string> slotNames, string embedding, Func<IReadOnlyList<ScoreEntry>> entries)
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        TextAnnotation.Add(annotations, "SlotNames", slotNames);
        ScoreAnnotation.Add(annotations, embedding, entries);
        return new DataViewSchema.DetachedColumn(name, new VectorDataViewType(NumberDataViewType.Double, slotNames.Count), annotations.ToAnnotations());
    }

    private DataViewSchema Append(DataViewSchema inputSchema, Func<IReadOnlyList<ScoreEntry>> entries, string parameter)
    {
        FloatColumn.Width(inputSchema, "embedding", _columns.Embedding, parameter);
        foreach (string input in _columns.Compared)
        {
            FloatColumn.Width(inputSchema, "input", input, parameter);
        }

        foreach (string condition in _columns.Conditions)
        {
            LevelColumn.Require(inputSchema, "condition", condition, parameter);
        }

        if (_plan.ReadsTarget(_columns))
        {
            FloatColumn.Width(inputSchema, "target", _columns.Target!, parameter);
        }

        var builder = new DataViewSchema.Builder();
        builder.AddColumns(inputSchema);
        DataViewSchema.DetachedColumn column = Column(OutputColumnName, _plan.SlotNames, _columns.Embedding, entries);
        builder.AddColumn(column.Name, column.Type, column.Annotations);
        return builder.ToSchema();
    }

    // How the score of a view is computed.
    private Func<IReadOnlyList<ScoreEntry>> Scoring(IDataView view, SharedPass pass)
    {
        var request = new PassRequest(_columns, _plan.ReadsTarget(_columns), _memory);
        if (_training is not null)
        {
            pass.Announce(request);
            return () => HeldOut(view, () => pass.Read(request), request);
        }

        ScoreRecipe recipe = _recipe.For(view.Schema[_columns.Embedding], _columns, isFitted: true);
        if (StreamedRows.Of(view, _columns, _plan, recipe) is { } rows)
        {
            return () => recipe.Compute(_columns, _plan.Targets, rows);
        }

        pass.Announce(request);
        return () => recipe.Compute(_columns, pass.Read(request).ToInput(_plan, _columns));
    }

    private IReadOnlyList<ScoreEntry> HeldOut(IDataView view, Func<ScoreData> read, PassRequest request)
    {
        // Chains transform what they fit on, so that this is an error only when the score is asked for.
        if (ReferenceEquals(view, _training))
        {
            throw new ArgumentException(
                $"The decoders of '{OutputColumnName}' are trained on the view that it was fitted on, so that they must be tested on another one. "
                + "Evaluate takes both views; for cross-validation leave heldOut out.");
        }

        ScoreInput training = new SharedPass(_training!).Read(request).ToInput(_plan, _columns);
        return _recipe.Compute(_columns, training, read().ToInput(_plan, _columns));
    }
}
