using Geometry.Networks;
using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>
/// Computes the weight dynamics of a hidden layer on the conditions of the data that it is fitted on, whose means stand for the noise-free inputs. The
/// transformer adds what they come to as a column of scores, and carries tables. Append it with <see cref="TransformerScope.Testing"/>.
/// </summary>
/// <remarks>
/// Scores: <c>selectivity</c> (fractions of neurons: all, some, none), <c>escape</c> (high-intra), <c>simplified-alignment</c> (target, input),
/// <c>simplified-parallelism</c>, and with a network <c>simplified-training</c> (the correlation of changes of weights, and the differences in
/// alignment, at equal epochs, weight growth and loss). Tables: <c>field</c>, <c>trajectories</c>, <c>selectivity</c>, <c>comparison</c>,
/// <c>effective-weights</c>.
/// </remarks>
public sealed class DynamicsEstimator : IEstimator<DynamicsTransformer>
{
    private readonly ScoreColumns _columns;
    private readonly DynamicsOptions _options;

    internal DynamicsEstimator(string label, string features, IReadOnlyList<string> conditions, DynamicsOptions options, string? outputColumnName)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        ArgumentException.ThrowIfNullOrEmpty(features);
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(options);
        if (conditions.Count == 0)
        {
            throw new ArgumentException("Name at least one condition column: a condition is one combination of the values of these columns.", nameof(conditions));
        }

        options.Validate();
        _columns = new ScoreColumns(features, conditions, label, null);
        _options = options;
        OutputColumnName = outputColumnName ?? $"{features}.Dynamics";
    }

    /// <summary>Gets the name of the column that the transformer adds.</summary>
    public string OutputColumnName { get; }

    /// <summary>Reads the columns once and computes the dynamics.</summary>
    /// <param name="input">The training data.</param>
    /// <returns>The transformer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    /// <exception cref="ArgumentException">A feature is not finite, a label is missing or changes within a condition, or there is one class only.</exception>
    /// <exception cref="TrainingDivergedException">The loss of the network became NaN or infinite.</exception>
    public DynamicsTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ScoreData data = ScoreData.Read(input, _columns, withTarget: true, withNumbers: true);
        ConditionLabels conditions = data.Conditions();
        IReadOnlyList<Dichotomy> targets = data.Target!.Dichotomies(conditions);
        var report = new DynamicsReport(data.Numbers(_columns.Embedding), conditions, targets, _columns.Target!, _options);
        return new DynamicsTransformer(_columns, OutputColumnName, report.Entries, report.Tables);
    }

    /// <summary>Says which column the transformer will add.</summary>
    /// <param name="inputSchema">The promised schema of the input.</param>
    /// <returns>The input's columns and that of the scores, a vector of Double.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        FloatColumn.Check(inputSchema, "feature", _columns.Embedding);
        ScoreTarget.Check(inputSchema, _columns.Target!);
        foreach (string condition in _columns.Conditions)
        {
            LevelColumn.Check(inputSchema, "condition", condition);
        }

        // A promise has no sizes, so any number of slots will do.
        return SchemaPromise.Append(inputSchema, [DynamicsTransformer.Column(OutputColumnName, _columns.Embedding, [], [])]);
    }
}
