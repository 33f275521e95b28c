using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>Scores of how a vector column represents a task; reached as <c>ml.Geometry.Scores</c>. Any column of Single vectors can be scored.</summary>
/// <remarks>
/// Condition columns are keys, text, Booleans or integers; a condition is one combination of their values. A target is a Boolean, a key,
/// text, an integer or a vector of two-valued numbers (for alignment, of any numbers) that is constant within each condition. Without a target
/// the decoders are given all balanced dichotomies of the conditions, and their mean.
/// </remarks>
public sealed class ScoresCatalog
{
    internal ScoresCatalog()
    {
    }

    /// <summary>Cross-condition generalisation performance, with the default options.</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns.</param>
    /// <param name="target">The target column. Default: null, for all balanced dichotomies.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Ccgp</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <example><code>.Append(ml.Geometry.Scores.Ccgp("Hidden1", conditions: ["Condition"], target: "Label"), TransformerScope.Testing)</code></example>
    public ScoreEstimator Ccgp(string embeddingColumnName, string[] conditions, string? target = null, string? outputColumnName = null) =>
        Ccgp(embeddingColumnName, conditions, new CcgpOptions(), target, outputColumnName);

    /// <summary>Cross-condition generalisation performance.</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns.</param>
    /// <param name="options">Decoder, splits, seed.</param>
    /// <param name="target">The target column. Default: null, for all balanced dichotomies.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Ccgp</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    public ScoreEstimator Ccgp(
        string embeddingColumnName, string[] conditions, CcgpOptions options, string? target = null, string? outputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Make(new CcgpRecipe(options), embeddingColumnName, conditions, target, null, outputColumnName);
    }

    /// <summary>Cross-validated linear decodability, with the default options.</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns.</param>
    /// <param name="target">The target column. Default: null, for all balanced dichotomies.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Decodability</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <example><code>.Append(ml.Geometry.Scores.Decodability("Hidden1", conditions: ["Condition"]), TransformerScope.Testing)</code></example>
    public ScoreEstimator Decodability(string embeddingColumnName, string[] conditions, string? target = null, string? outputColumnName = null) =>
        Decodability(embeddingColumnName, conditions, new DecodabilityOptions(), target, outputColumnName);

    /// <summary>Cross-validated linear decodability.</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns.</param>
    /// <param name="options">Decoder, folds, measures, seed.</param>
    /// <param name="target">The target column. Default: null, for all balanced dichotomies.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Decodability</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    public ScoreEstimator Decodability(
        string embeddingColumnName, string[] conditions, DecodabilityOptions options, string? target = null, string? outputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Make(new DecodabilityRecipe(options), embeddingColumnName, conditions, target, null, outputColumnName);
    }

    /// <summary>Alignment with the inputs, the target, or both, with the default options (centred, on condition means).</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns.</param>
    /// <param name="input">The column of the inputs: a vector of Single of known size. Default: null, for none.</param>
    /// <param name="target">The target column. Default: null, for none.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Alignment</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <exception cref="ArgumentException">Neither an input nor a target is named.</exception>
    /// <example>
    /// <code>.Append(ml.Geometry.Scores.Alignment("Hidden1", conditions: ["Condition"], input: "Features", target: "Label"), TransformerScope.Testing)</code>
    /// </example>
    public ScoreEstimator Alignment(
        string embeddingColumnName, string[] conditions, string? input = null, string? target = null, string? outputColumnName = null) =>
        Alignment(embeddingColumnName, conditions, new AlignmentOptions(), input, target, outputColumnName);

    /// <summary>Alignment with the inputs, the target, or both.</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns.</param>
    /// <param name="options">The estimator, and whether kernels are of condition means or of rows.</param>
    /// <param name="input">The column of the inputs: a vector of Single of known size. Default: null, for none.</param>
    /// <param name="target">The target column. Default: null, for none.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Alignment</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <exception cref="ArgumentException">Neither an input nor a target is named.</exception>
    public ScoreEstimator Alignment(
        string embeddingColumnName, string[] conditions, AlignmentOptions options, string? input = null, string? target = null, string? outputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return input is null && target is null
            ? throw new ArgumentException("Alignment is with something: name the column of the inputs, of the target, or both.", nameof(input))
            : Make(new AlignmentRecipe(options), embeddingColumnName, conditions, target, input, outputColumnName);
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
        return new ScoreTable(scores.SelectMany(score => ScoreAnnotation.Read(score.Fit(data).Transform(data).Schema[score.OutputColumnName])));
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

    private static ScoreEstimator Make(
        ScoreRecipe recipe, string embedding, string[] conditions, string? target, string? input, string? outputColumnName) =>
        new(recipe, new ScoreColumns(embedding, conditions, target, input), outputColumnName);
}
