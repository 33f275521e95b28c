namespace Geometry.Experiments;

/// <summary>The steps that a pipeline file can name.</summary>
public static class StepRegistry
{
    /// <summary>Gets all steps: ML.NET's, then those of this library.</summary>
    public static IReadOnlyList<StepDefinition> All { get; } =
    [
        .. StockTransforms.All, .. StockImages.All, .. StockTrainers.All, NetworkSteps.Mlp, ConvolutionalSteps.Convolutional, .. ScoreSteps.All,
        DynamicsSteps.Dynamics,
    ];

    /// <summary>Finds a step.</summary>
    /// <param name="name">The name, in its exact letters.</param>
    /// <returns>The step, or null.</returns>
    public static StepDefinition? Find(string name) => All.FirstOrDefault(step => step.Name == name);
}
