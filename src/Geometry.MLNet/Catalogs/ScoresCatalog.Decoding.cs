using Geometry.Scores;

namespace Geometry.MLNet;

/// <content>Scores that train linear decoders.</content>
public sealed partial class ScoresCatalog
{
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

    /// <summary>
    /// Cross-validated linear decodability, with the default options. A target of more than two classes gives each class against the rest,
    /// the mean of those, and all classes together (multiclass).
    /// </summary>
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
    /// <param name="heldOut">
    /// Whether decoders are trained on the view that the score is fitted on and tested on the view that is transformed, in place of cross-validation of the
    /// latter: in a pipeline on the training and the test rows, or on rows and the same with fresh noise. Default: false.
    /// </param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <example>
    /// <code>
    /// ScoreTable table = ml.Geometry.Scores.Evaluate(model.Transform(rows), model.Transform(rowsOfFreshNoise),
    ///     ml.Geometry.Scores.Decodability("Hidden1", ["Condition"], new DecodabilityOptions(), target: "Label", heldOut: true));
    /// </code>
    /// </example>
    public ScoreEstimator Decodability(
        string embeddingColumnName, string[] conditions, DecodabilityOptions options, string? target = null, string? outputColumnName = null, bool heldOut = false)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Make(new DecodabilityRecipe(options, heldOut), embeddingColumnName, conditions, target, null, outputColumnName);
    }

    /// <summary>
    /// Shattering dimensionality, with the default options: the mean decodability of all balanced dichotomies of the conditions, and with a
    /// target also of those that are not the target's.
    /// </summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns.</param>
    /// <param name="target">The column that the network was trained on. Default: null, for none.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Shattering</c>.</param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <example><code>.Append(ml.Geometry.Scores.Shattering("Hidden1", conditions: ["Condition"], target: "Label"), TransformerScope.Testing)</code></example>
    public ScoreEstimator Shattering(string embeddingColumnName, string[] conditions, string? target = null, string? outputColumnName = null) =>
        Shattering(embeddingColumnName, conditions, new ShatteringOptions(), target, outputColumnName);

    /// <summary>Shattering dimensionality.</summary>
    /// <param name="embeddingColumnName">The column to score: a vector of Single of known size.</param>
    /// <param name="conditions">The condition columns.</param>
    /// <param name="options">Decoder, folds, null, the most dichotomies, seed. Its trained dichotomies are those of the target and must be empty here.</param>
    /// <param name="target">The column that the network was trained on. Default: null, for none.</param>
    /// <param name="outputColumnName">The column to add. Default: <c>[embedding].Shattering</c>.</param>
    /// <param name="heldOut">
    /// Whether decoders are trained on the view that the score is fitted on and tested on the view that is transformed, in place of cross-validation of the
    /// latter: in a pipeline on the training and the test rows, or on rows and the same with fresh noise. Default: false.
    /// </param>
    /// <returns>The estimator; append it with <c>TransformerScope.Testing</c>.</returns>
    /// <exception cref="ArgumentException">The options name trained dichotomies.</exception>
    public ScoreEstimator Shattering(
        string embeddingColumnName, string[] conditions, ShatteringOptions options, string? target = null, string? outputColumnName = null, bool heldOut = false)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Trained.Count > 0
            ? throw new ArgumentException("The trained dichotomies are those of the target column: name it, and leave ShatteringOptions.Trained empty.", nameof(options))
            : Make(new ShatteringRecipe(options, heldOut), embeddingColumnName, conditions, target, null, outputColumnName);
    }
}
