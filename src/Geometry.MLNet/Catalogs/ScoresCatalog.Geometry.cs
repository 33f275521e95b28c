using Geometry.Scores;

namespace Geometry.MLNet;

/// <content>Scores of kernels and of condition means.</content>
public sealed partial class ScoresCatalog
{
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

    /// <summary>Parallelism score, with the default options (cosine, best pairing).</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns.</param>
    /// <param name="target">The target column. Default: null, for all balanced dichotomies.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Parallelism</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <example><code>.Append(ml.Geometry.Scores.Parallelism("Hidden1", conditions: ["Condition"], target: "Label"), TransformerScope.Testing)</code></example>
    public ScoreEstimator Parallelism(string embeddingColumnName, string[] conditions, string? target = null, string? outputColumnName = null) =>
        Parallelism(embeddingColumnName, conditions, new ParallelismOptions(), target, outputColumnName);

    /// <summary>Parallelism score.</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns.</param>
    /// <param name="options">Pairing, similarity, null, seed.</param>
    /// <param name="target">The target column. Default: null, for all balanced dichotomies.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Parallelism</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    public ScoreEstimator Parallelism(
        string embeddingColumnName, string[] conditions, ParallelismOptions options, string? target = null, string? outputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Make(new ParallelismRecipe(options), embeddingColumnName, conditions, target, null, outputColumnName);
    }

    /// <summary>Dimension, with the default options (participation ratio).</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns, for the dimension of their means. Default: null, for that of the rows.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Dimension</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <example><code>.Append(ml.Geometry.Scores.Dimension("Hidden1", conditions: ["Condition"]), TransformerScope.Testing)</code></example>
    public ScoreEstimator Dimension(string embeddingColumnName, string[]? conditions = null, string? outputColumnName = null) =>
        Dimension(embeddingColumnName, conditions, new DimensionOptions(), outputColumnName);

    /// <summary>Dimension.</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns, for the dimension of their means; null for that of the rows.</param>
    /// <param name="options">How directions are counted.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Dimension</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    public ScoreEstimator Dimension(string embeddingColumnName, string[]? conditions, DimensionOptions options, string? outputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Make(new DimensionRecipe(options), embeddingColumnName, conditions, null, null, outputColumnName);
    }

    /// <summary>Neural collapse of the classes of a target: NC1 and CDNV with their parts, and NC2.</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns: the variability within a class is split into that between its conditions and noise.</param>
    /// <param name="target">The column of the classes. Default: null, for the conditions themselves.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Collapse</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <example><code>.Append(ml.Geometry.Scores.Collapse("Hidden1", conditions: ["Condition"], target: "Label"), TransformerScope.Testing)</code></example>
    public ScoreEstimator Collapse(string embeddingColumnName, string[] conditions, string? target = null, string? outputColumnName = null) =>
        Make(new CollapseRecipe(), embeddingColumnName, conditions, target, null, outputColumnName);
}
