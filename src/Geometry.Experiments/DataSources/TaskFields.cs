using Geometry.Tasks;

namespace Geometry.Experiments;

/// <summary>The fields that all families of tasks have.</summary>
internal static class TaskFields
{
    private static readonly UnstructuredBinaryTask s_defaults = new();

    public static Parameter<int> Dimensions { get; } = Parameters.Integer("dimensions", "The number of features.", 1).Or(s_defaults.Dimensions, "100");

    public static Parameter<bool> Center { get; } = Parameters.Boolean("center", s_defaults.Center, "Whether the mean over the conditions is subtracted from the inputs.");

    public static Parameter<double> CommonMean { get; } = Parameters.Number("commonMean",
        "The standard deviation, over features, of a random vector that is added to the inputs of all conditions after centring.", 0).Or(s_defaults.CommonMean, "0");

    public static Parameter<InputRange> Range { get; } = Parameters.Choice<InputRange>("range",
        "The range that the noise-free inputs are brought into, by one map for all features.").Or(s_defaults.Range, nameof(InputRange.Unchanged));

    public static Parameter<double> Scale { get; } = Parameters.Number("scale",
        "What the noise-free inputs are multiplied by in the end; the noise is not.", 0).Or(s_defaults.Scale, "1");

    public static Parameter<double> Noise { get; } = Parameters.Number("noise", "The standard deviation of the noise around a condition's mean.", 0).Or(s_defaults.Noise, "0.5");

    public static Parameter<NoiseLaw> NoiseLaw { get; } = Parameters.Choice<NoiseLaw>("noiseLaw", "The distribution of the noise.")
        .Or(s_defaults.NoiseLaw, nameof(Geometry.Tasks.NoiseLaw.Gaussian));

    public static Parameter<double> DegreesOfFreedom { get; } = Parameters.Number("noiseDegreesOfFreedom",
        "The degrees of freedom of the noise StudentT, above 2: the fewer, the heavier the tails.", 0).Or(s_defaults.NoiseDegreesOfFreedom, "3");

    public static Parameter<long> Seed { get; } = Parameters.Long("seed", "The seed of the conditions.").Or(0, "the seed of the file");

    /// <summary>Puts the common fields behind those of a family.</summary>
    public static IReadOnlyList<Parameter> After(params IEnumerable<Parameter> own) =>
        [.. own, Dimensions, Center, CommonMean, Range, Scale, Noise, NoiseLaw, DegreesOfFreedom, Seed];

    /// <summary>Gets a value where the file gives one.</summary>
    public static T? Optional<T>(this Arguments arguments, Parameter<T> parameter)
        where T : struct => arguments.IsGiven(parameter) ? arguments.Get(parameter) : null;
}
