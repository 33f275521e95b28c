using Geometry.Tasks;

namespace Geometry.Experiments;

/// <summary>The families of tasks that a pipeline file can name.</summary>
public static class TaskRegistry
{
    private static readonly UnstructuredBinaryTask s_defaults = new();

    private static readonly Parameter<int> Dimensions = Parameters.Integer("dimensions", "The number of features.", 1).Or(s_defaults.Dimensions, "100");
    private static readonly Parameter<double> Noise = Parameters.Number("noise", "The standard deviation of the noise around a condition's mean.", 0).Or(s_defaults.Noise, "0.5");
    private static readonly Parameter<long> Seed = Parameters.Long("seed", "The seed of the conditions.").Or(0, "the seed of the file");
    private static readonly Parameter<int> Conditions = Parameters.Integer("conditions", "The number of conditions, a power of two.", 4).Or(s_defaults.Conditions, "4");
    private static readonly Parameter<bool> Center = Parameters.Boolean("center", s_defaults.Center, "Whether the mean over the conditions is subtracted from the inputs.");
    private static readonly Parameter<string> Target = Parameters.Text("target", "The target of each condition, half of them 0 and half 1, such as 0110.").Or("", "the first latent variable");

    /// <summary>Gets all families.</summary>
    public static IReadOnlyList<TaskDefinition> All { get; } =
    [
        new TaskDefinition("UnstructuredBinary", "Conditions at random places, and one balanced dichotomy of them as the target.",
            [Conditions, Dimensions, Noise, Center, Target, Seed],
            (a, defaults) => new UnstructuredBinaryTask
            {
                Conditions = a.Get(Conditions), Dimensions = a.Get(Dimensions), Noise = defaults.Noise ?? a.Get(Noise), Center = a.Get(Center),
                Target = a.IsGiven(Target) ? a.Get(Target) : null, Seed = a.GetOr(Seed, defaults.Seed),
            }),
    ];
}
