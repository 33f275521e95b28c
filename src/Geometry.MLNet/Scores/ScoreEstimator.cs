using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>
/// Scores a vector column. Fitting learns the conditions and how the target divides them; the transformer scores the view that it is
/// given. It is not row to row: append it with <see cref="TransformerScope.Testing"/>, so that the model to serve leaves it out.
/// </summary>
public sealed class ScoreEstimator : IEstimator<ScoreTransformer>
{
    private readonly ScoreRecipe _recipe;
    private readonly ScoreColumns _columns;
    private readonly long _memory;

    internal ScoreEstimator(ScoreRecipe recipe, ScoreColumns columns, string? outputColumnName, long memory = 1L << 30)
    {
        ArgumentException.ThrowIfNullOrEmpty(columns.Embedding);
        ArgumentNullException.ThrowIfNull(columns.Conditions);
        if (columns.Conditions.Count == 0 && !recipe.GoesWithoutConditions)
        {
            throw new ArgumentException("Name at least one condition column: a condition is one combination of the values of these columns.", nameof(columns));
        }

        (_recipe, _columns, _memory) = (recipe, columns, memory);
        OutputColumnName = outputColumnName ?? $"{columns.Embedding}.{recipe.Name}";
    }

    /// <summary>Gets the name of the column that the transformer adds.</summary>
    public string OutputColumnName { get; }

    /// <summary>Gets the name of the column that is scored.</summary>
    public string EmbeddingColumnName => _columns.Embedding;

    /// <summary>Gets whether the score trains decoders, so that it has a cost that <see cref="EstimateCost"/> tells.</summary>
    public bool TrainsDecoders => _recipe.HasDecoders;

    /// <summary>Gets whether decoders are trained on the view that the score is fitted on and tested on the view that is transformed.</summary>
    public bool IsHeldOut => _recipe.IsHeldOut;

    /// <summary>Makes the estimator of the same score with a null: each value gets the mean of the null and a p-value.</summary>
    /// <param name="nulls">
    /// Which null, how many draws and from which seed. A label shuffle moves the rows of the embedding against all else; a geometric null
    /// puts the means of the conditions elsewhere.
    /// </param>
    /// <param name="maximumThreads">The most threads that compute draws; null for the score's own number, or one a processor.</param>
    /// <returns>The estimator; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">The score has no such null.</exception>
    /// <example>
    /// <code>
    /// ml.Geometry.Scores.Alignment("Hidden1", ["Condition"], target: "Label").WithNull(new NullOptions { Draws = 500 })
    /// </code>
    /// </example>
    public ScoreEstimator WithNull(NullOptions nulls, int? maximumThreads = null)
    {
        ArgumentNullException.ThrowIfNull(nulls);
        RequireConditions(nulls.Kind != NullKind.Geometric && (_columns.Target is not null || _columns.Compared.Count > 0), "A null", nameof(nulls));
        return new ScoreEstimator(_recipe.WithNull(nulls, maximumThreads), _columns, OutputColumnName, _memory);
    }

    /// <summary>Makes the estimator of the same score with an interval around each value.</summary>
    /// <param name="interval">What is resampled, how often, from which seed, and the coverage.</param>
    /// <param name="maximumThreads">The most threads that compute resamples; null for one a processor.</param>
    /// <returns>The estimator; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">The score is cross-validated and rows are to be resampled, or there are no conditions to leave out.</exception>
    /// <example>
    /// <code>
    /// ml.Geometry.Scores.Dimension("Hidden1", ["Condition"]).WithInterval(new ResamplingOptions { Unit = ResamplingUnit.Rows, Draws = 200 })
    /// </code>
    /// </example>
    public ScoreEstimator WithInterval(ResamplingOptions interval, int? maximumThreads = null)
    {
        ArgumentNullException.ThrowIfNull(interval);
        RequireConditions(interval.Unit == ResamplingUnit.Rows, "Leaving out conditions", nameof(interval));
        return new ScoreEstimator(_recipe.WithInterval(interval, maximumThreads), _columns, OutputColumnName, _memory);
    }

    /// <summary>Makes the estimator of the same score with another memory for reading columns together with other scores.</summary>
    /// <param name="maximumBytes">
    /// The most bytes that the score's columns of numbers, 4 bytes a number, and those of scores appended behind or before it take together for the latter to be
    /// read in the same pass over the view; 0 for the score's own columns only, which are read in any case. Default: 1 GiB.
    /// </param>
    /// <returns>The estimator; this one stays as it is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <remarks>No value depends on it: it is about time and memory alone.</remarks>
    public ScoreEstimator WithMemory(long maximumBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumBytes);
        return new ScoreEstimator(_recipe, _columns, OutputColumnName, maximumBytes);
    }

    /// <summary>Learns the conditions and the dichotomies.</summary>
    /// <param name="input">The data; only the condition and target columns are read, and of held-out scores the embedding, when the score is computed.</param>
    /// <returns>The transformer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    /// <exception cref="ArgumentException">There is one condition or one class only, or the target changes within a condition.</exception>
    public ScoreTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ScoreTargets targets = Targets(ScoreData.Read(input, _columns, withTarget: true, withNumbers: false));
        ScoreRecipe recipe = _recipe.For(input.Schema[_columns.Embedding], _columns, isFitted: false);
        var plan = new ScorePlan(targets, [.. recipe.SlotNames(_columns, targets)]);
        return new ScoreTransformer(recipe, _columns, OutputColumnName, plan, IsHeldOut ? input : null, _memory);
    }

    /// <summary>
    /// Tells what scoring a column of rows will cost before there is the column, such as that of a network that is not trained yet; the decoders, which
    /// are what takes time, count.
    /// </summary>
    /// <param name="rows">The rows to score, or for held-out scores those to train on; only their condition and target columns are read, and the embedding need not be there.</param>
    /// <param name="width">The number of units of the embedding, at least 1.</param>
    /// <returns>The cost, or null for a score without decoders.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A condition or target column is absent or of a type that cannot be used.</exception>
    /// <exception cref="ArgumentException">There is one condition or one class only, or the target changes within a condition.</exception>
    public ScoreCost? EstimateCost(IDataView rows, int width)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        return _recipe.HasDecoders
            ? _recipe.Cost(width, Targets(ScoreData.Read(rows, _columns, withTarget: true, withNumbers: false, requireNumbers: false)))
            : null;
    }

    /// <summary>Says which column the transformer will add.</summary>
    /// <param name="inputSchema">The promised schema of the input.</param>
    /// <returns>The input's columns and the score's, a vector of Double.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        FloatColumn.Check(inputSchema, "embedding", _columns.Embedding);
        foreach (string input in _columns.Compared)
        {
            FloatColumn.Check(inputSchema, "input", input);
        }

        foreach (string condition in _columns.Conditions)
        {
            LevelColumn.Check(inputSchema, "condition", condition);
        }

        if (_columns.Target is { } target)
        {
            ScoreTarget.Check(inputSchema, target);
        }

        // A promise has no sizes, so any number of slots will do.
        return SchemaPromise.Append(inputSchema, [ScoreTransformer.Column(OutputColumnName, [""], _columns.Embedding, () => [])]);
    }

    private void RequireConditions(bool otherwise, string what, string parameter)
    {
        if (_columns.Conditions.Count == 0 && !otherwise)
        {
            throw new ArgumentException($"{what} needs conditions: name the condition columns of '{OutputColumnName}'.", parameter);
        }
    }

    private ScoreTargets Targets(ScoreData data)
    {
        ConditionLabels conditions = data.Conditions();
        if (conditions.Count < 2 && _columns.Conditions.Count > 0)
        {
            throw new ArgumentException(
                $"The condition column{(_columns.Conditions.Count > 1 ? "s" : "")} {string.Join(", ", _columns.Conditions.Select(name => $"'{name}'"))} "
                + $"hold{(_columns.Conditions.Count > 1 ? "" : "s")} one condition only ('{conditions.Names[0]}'), so there is nothing to tell apart. "
                + "Give rows of at least two conditions, or name other condition columns.");
        }

        return Targets(data.Target, conditions);
    }

    private ScoreTargets Targets(ScoreTarget? target, ConditionLabels conditions)
    {
        if (target is null)
        {
            return new ScoreTargets(
                conditions,
                _recipe.ScoresAllDichotomies
                    ? Dichotomy.AllBalanced(conditions.Count).Rename(dichotomy => ScoreRecipe.NameOf(dichotomy, conditions))
                    : [],
                _recipe.Use == TargetUse.Classes ? [TargetClasses.Of(string.Join(", ", _columns.Conditions), conditions)] : []);
        }

        return target.IsNumbers && _recipe.Use == TargetUse.Values
            ? new ScoreTargets(conditions, [], [])
            : new ScoreTargets(conditions, target.Dichotomies(conditions), target.Classes(conditions));
    }
}
