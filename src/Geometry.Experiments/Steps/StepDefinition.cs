using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.Experiments;

/// <summary>A step that a pipeline file can name.</summary>
public sealed class StepDefinition
{
    internal StepDefinition(string name, StepOrigin origin, string description, IReadOnlyList<Parameter> parameters)
    {
        Name = name;
        Origin = origin;
        Description = description;
        Parameters = parameters;
    }

    /// <summary>Gets the name, which is that of the catalog method.</summary>
    public string Name { get; }

    /// <summary>Gets who makes the estimator.</summary>
    public StepOrigin Origin { get; }

    /// <summary>Gets what the step does.</summary>
    public string Description { get; }

    /// <summary>Gets the fields of the step in a file, besides <c>step</c> and <c>scope</c>.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Gets how the estimators are made; null for the step that caches the rows on the way to the estimators behind it.</summary>
    internal Func<StepContext, Arguments, IEnumerable<IEstimator<ITransformer>>>? Build { get; init; }

    /// <summary>Gets the scope where the file gives none.</summary>
    internal TransformerScope DefaultScope { get; init; } = TransformerScope.Everything;

    /// <summary>Gets how the network of the step is named in tables, for steps that train one, and for those whose rows are of a nonlinearity where none is trained.</summary>
    internal Func<Arguments, long, NetworkLabel>? Network { get; init; }

    /// <summary>Gets what the network of the step reads, as text: equal for networks that can be trained on the same rows. For steps that train one.</summary>
    internal Func<Arguments, string>? NetworkRows { get; init; }

    /// <summary>Gets the network of the step and the column that it reads, for steps that train a perceptron.</summary>
    internal Func<Arguments, long, (MlpOptions Network, string Features)>? Perceptron { get; init; }

    /// <summary>Gets whether fitting the step draws random numbers from the seed of its context.</summary>
    internal bool IsRandom { get; init; }
}
