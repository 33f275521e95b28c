using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>Scores of how a vector column represents a task; reached as <c>ml.Geometry.Scores</c>. Any column of Single vectors can be scored.</summary>
/// <remarks>
/// Condition columns are keys, text, Booleans or integers; a condition is one combination of their values. A target is a Boolean, a key,
/// text, an integer or a vector of two-valued numbers (for alignment, of any numbers) that is constant within each condition. Without a target
/// the decoders and the parallelism score are given all balanced dichotomies of the conditions, and their mean.
/// <para>
/// Alignment with an input or one dichotomy, dimension, and collapse without a readout do not hold the rows of a view, unless it knows that it has at
/// most twice as many as conditions times the width of the columns: they go over it once and keep sums. So do CCGP and decodability with
/// <c>LinearDecoder.LeastSquares</c> (without weights, a maximum of rows, the area under the curve, or several classes at once), which test in a second
/// pass; these keep all decoders too, and decodability the sums of each fold, so that with few rows they hold those instead. The values are the same up to rounding.
/// Nulls, intervals and all other scores hold the rows. Fitting keeps one number a row for each condition column.
/// </para>
/// </remarks>
public sealed partial class ScoresCatalog
{
    internal ScoresCatalog()
    {
    }

    /// <summary>Scores a view at once: fits each estimator on it, transforms it and collects.</summary>
    /// <param name="data">The view.</param>
    /// <param name="scores">The scores.</param>
    /// <returns>The table, in the order of the scores.</returns>
    /// <example>
    /// <code>
    /// ScoreTable table = ml.Geometry.Scores.Evaluate(view, ml.Geometry.Scores.Ccgp("Embedding", conditions: ["Shape", "Colour"], target: "Shape"));
    /// </code>
    /// </example>
    public ScoreTable Evaluate(IDataView data, params IReadOnlyList<ScoreEstimator> scores)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(scores);
        return Evaluate(data, data, scores);
    }

    /// <summary>Fits scores on one view and scores another: decoders of held-out scores are trained on the first and tested on the second.</summary>
    /// <param name="training">The view to fit on.</param>
    /// <param name="testing">The view to score.</param>
    /// <param name="scores">The scores.</param>
    /// <returns>The table, in the order of the scores.</returns>
    public ScoreTable Evaluate(IDataView training, IDataView testing, params IReadOnlyList<ScoreEstimator> scores)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(testing);
        ArgumentNullException.ThrowIfNull(scores);
        return new ScoreTable(scores.SelectMany(score => ScoreAnnotation.Read(score.Fit(training).Transform(testing).Schema[score.OutputColumnName])));
    }

    /// <summary>Collects the scores that a view's columns carry; they are computed now if they were not before.</summary>
    /// <param name="data">A view that score transformers were applied to, whatever came after them.</param>
    /// <returns>
    /// The table, in the order of the columns, those included that later ones of the same name hide; empty when no column carries scores.
    /// </returns>
    public ScoreTable Collect(IDataView data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new ScoreTable(data.Schema.SelectMany(ScoreAnnotation.Read));
    }

    /// <summary>Collects the tables that a view's columns carry, such as those of <see cref="NetworksCatalog.Dynamics"/>.</summary>
    /// <param name="data">A view that transformers with tables were applied to, whatever came after them.</param>
    /// <returns>The tables, in the order of the columns; empty when no column carries any.</returns>
    public IReadOnlyList<ResultTable> CollectTables(IDataView data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return [.. data.Schema.SelectMany(TableAnnotation.Read)];
    }

    private static ScoreEstimator Make(
        ScoreRecipe recipe, string embedding, string[]? conditions, string? target, string? input, string? outputColumnName, string[]? others = null) =>
        new(recipe, new ScoreColumns(embedding, conditions ?? [], target, input) { Others = others ?? [] }, outputColumnName);

    private static void RequireCounterpart(string what, string? input, string? target, string[]? others)
    {
        if (input is null && target is null && others is not { Length: > 0 })
        {
            throw new ArgumentException($"{what} is with something: name the column of the inputs, of the target, or both.", nameof(input));
        }
    }
}
