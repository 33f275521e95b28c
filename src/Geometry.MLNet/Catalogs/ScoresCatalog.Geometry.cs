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
    /// <param name="others">Further vector columns to align with: all layers, for a row of the matrix of layer by layer. Default: null, for none.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <exception cref="ArgumentException">No column to align with is named.</exception>
    public ScoreEstimator Alignment(
        string embeddingColumnName, string[] conditions, AlignmentOptions options, string? input = null, string? target = null, string? outputColumnName = null,
        string[]? others = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        RequireCounterpart("Alignment", input, target, others);
        return Make(new AlignmentRecipe(options), embeddingColumnName, conditions, target, input, outputColumnName, others);
    }

    /// <summary>Comparison of dissimilarity matrices (RSA) with the inputs, the target, or both, with the default options.</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns.</param>
    /// <param name="input">The column of the inputs: a vector of Single of known size. Default: null, for none.</param>
    /// <param name="target">The target column. Default: null, for none.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Rdm</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <exception cref="ArgumentException">Neither an input nor a target is named.</exception>
    /// <example><code>.Append(ml.Geometry.Scores.Rdm("Hidden1", conditions: ["Condition"], input: "Features", target: "Label"), TransformerScope.Testing)</code></example>
    public ScoreEstimator Rdm(
        string embeddingColumnName, string[] conditions, string? input = null, string? target = null, string? outputColumnName = null) =>
        Rdm(embeddingColumnName, conditions, new RdmOptions(), input, target, outputColumnName);

    /// <summary>Comparison of dissimilarity matrices (RSA) with the inputs, the target, or both.</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns.</param>
    /// <param name="options">Dissimilarity and comparison.</param>
    /// <param name="input">The column of the inputs: a vector of Single of known size. Default: null, for none.</param>
    /// <param name="target">The target column: its dichotomies are the models, or real numbers. Default: null, for none.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Rdm</c>.</param>
    /// <param name="others">Further vector columns to compare with, such as other layers. Default: null, for none.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <exception cref="ArgumentException">No column to compare with is named.</exception>
    public ScoreEstimator Rdm(
        string embeddingColumnName, string[] conditions, RdmOptions options, string? input = null, string? target = null, string? outputColumnName = null,
        string[]? others = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        RequireCounterpart("An RDM comparison", input, target, others);
        return Make(new RdmRecipe(options), embeddingColumnName, conditions, target, input, outputColumnName, others);
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

    /// <summary>
    /// Neural collapse of the classes of a target: NC1 and CDNV with their parts, and NC2; NC3 and NC4 where the column carries the readout of a network
    /// that learned this target.
    /// </summary>
    /// <remarks>
    /// The last hidden layer of an <c>Mlp</c> carries its readout through any stock transformers that keep annotations, and so does the last layer of a
    /// <c>Convolutional</c> (flattened); a network that was loaded from a model file carries none. The classes must be those of the label, all of
    /// them.
    /// </remarks>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns: the variability within a class is split into that between its conditions and noise.</param>
    /// <param name="target">The column of the classes. Default: null, for the conditions themselves.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Collapse</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <example><code>.Append(ml.Geometry.Scores.Collapse("Hidden1", conditions: ["Condition"], target: "Label"), TransformerScope.Testing)</code></example>
    public ScoreEstimator Collapse(string embeddingColumnName, string[] conditions, string? target = null, string? outputColumnName = null) =>
        Make(new CollapseRecipe(null), embeddingColumnName, conditions, target, null, outputColumnName);

    /// <summary>Neural collapse of the classes of a target with the layer that reads the column: NC1 to NC4.</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size, the last hidden layer of a network.</param>
    /// <param name="conditions">The condition columns.</param>
    /// <param name="readout">
    /// The weights and biases of the network's outputs: one output a class in the order of the target's keys or values, or one for two classes.
    /// </param>
    /// <param name="target">The column of the classes, which the network was trained on. Default: null, for the conditions themselves.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Collapse</c>.</param>
    /// <returns>The estimator.</returns>
    /// <example>
    /// <code>
    /// Mlp network = transformer.Training.Network;
    /// var readout = new LinearReadout(network.Readout.Weight.data&lt;float&gt;().ToArray(), network.Readout.Bias?.data&lt;float&gt;().ToArray(), outputs: 1);
    /// ScoreTable table = ml.Geometry.Scores.Evaluate(
    ///     transformer.Transform(view), ml.Geometry.Scores.Collapse("Hidden1", ["Condition"], readout, target: "Label"));
    /// </code>
    /// </example>
    public ScoreEstimator Collapse(
        string embeddingColumnName, string[] conditions, LinearReadout readout, string? target = null, string? outputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(readout);
        return Make(new CollapseRecipe(readout), embeddingColumnName, conditions, target, null, outputColumnName);
    }
}
