using Geometry.Tasks;

namespace Geometry.Experiments;

/// <summary>The family of gratings in pipeline files.</summary>
internal static class GratingsDefinition
{
    private static readonly Parameter<int> Size = Parameters.Integer("size", "The height and the width of an image in pixels, at most 128.", 4).Or(32, "32");
    private static readonly Parameter<int> Channels = Parameters.Integer("channels", "The number of channels: 1 for grey images, 3 for colour.", 1, 3).Or(3, "3");

    private static readonly Parameter<GratingLatent[]> Latents = new Parameter<GratingLatent[]>("latents", $"list of {string.Join(", ", Enum.GetNames<GratingLatent>())}",
        "The latent variables that vary: at least two. Each takes two values, and the conditions are their combinations.", TryLatents).Or([], "all; Colour with 3 channels only");

    private static readonly Parameter<string[]> Targets = Parameters.Texts("targets",
        "The targets: latent variables or parities of several, such as Orientation or Orientation^Colour, or the side of each condition, half of them 0 and half 1.")
        .Or([], "the first latent variable");

    private static readonly Parameter<double> Cycles = Parameters.Number("cycles", "The number of stripes in a side of the image, above 0.", 0).Or(4, "4");

    private static readonly Parameter<double> Orientation = Parameters.Number("orientationDifference", "The angle between the two orientations in degrees.", 0, 180).Or(90, "90");
    private static readonly Parameter<double> Phase = Parameters.Number("phaseDifference", "The difference between the two phases in degrees.", 0, 360).Or(90, "90");
    private static readonly Parameter<double> LowContrast = Parameters.Number("lowContrast", "The lower contrast; the other one is 1.", 0, 1).Or(0.5, "0.5");
    private static readonly Parameter<double> Saturation = Parameters.Number("saturation", "How pure red and green are, 1 for pure ones.", 0, 1).Or(0.5, "0.5");

    /// <summary>Gets the family.</summary>
    public static TaskDefinition Definition { get; } = new(
        "Gratings", "Images of stripes, channels x size x size, whose orientation, phase, contrast and colour are the latent variables.",
        [Size, Channels, Latents, Targets, Cycles, Orientation, Phase, LowContrast, Saturation, .. TaskFields.After().Where(field => field != TaskFields.Dimensions)],
        (a, defaults) => new GratingsTask
        {
            Size = a.Get(Size), Channels = a.Get(Channels), Latents = a.IsGiven(Latents) ? a.Get(Latents) : null, Targets = a.IsGiven(Targets) ? a.Get(Targets) : null,
            Cycles = a.Get(Cycles), OrientationDifference = a.Get(Orientation), PhaseDifference = a.Get(Phase), LowContrast = a.Get(LowContrast),
            Saturation = a.Get(Saturation), Center = a.Get(TaskFields.Center), CommonMean = a.Get(TaskFields.CommonMean),
            Range = a.Get(TaskFields.Range), Scale = a.Get(TaskFields.Scale), Noise = defaults.Noise ?? a.Get(TaskFields.Noise),
            NoiseLaw = a.Get(TaskFields.NoiseLaw), NoiseDegreesOfFreedom = a.Get(TaskFields.DegreesOfFreedom),
            Seed = a.GetOr(TaskFields.Seed, defaults.Seed),
        });

    private static bool TryLatents(JsonValue json, ProblemList problems, out GratingLatent[] value)
    {
        Parameter<GratingLatent> item = Parameters.Choice<GratingLatent>("latent", "A latent variable.");
        return Parameters.TryList(json, problems, "list of latent variables", (JsonValue i, ProblemList p, out GratingLatent latent) =>
        {
            bool read = item.TryRead(i, p, out object? boxed);
            latent = read ? (GratingLatent)boxed! : default;
            return read;
        }, canBeEmpty: false, out value);
    }
}
