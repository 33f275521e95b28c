namespace Geometry.Tasks;

/// <summary>
/// Images of gratings, sinusoidal stripes whose orientation, phase, contrast and colour each take two values: an image task with known latent
/// variables, for convolutional networks. The conditions are the combinations of the latent variables that vary, the targets are latent variables or parities
/// of several.
/// </summary>
/// <remarks>
/// A pixel is colour x (1 + contrast x cos(2 pi cycles (x cos o + y sin o) / size + phase)) / 2 with x to the right and y downwards, so images lie in
/// [0, 1] before centring and noise.
/// </remarks>
public sealed class GratingsTask : GeometryTask
{
    private const int MaxSize = 128;

    /// <summary>Gets the height and the width of an image in pixels.</summary>
    /// <value>From 4 to 128. Default: 32.</value>
    public int Size { get; init; } = 32;

    /// <summary>Gets the number of channels: 1 for grey images, 3 for red, green and blue.</summary>
    /// <value>1 or 3. Default: 3.</value>
    public int Channels { get; init; } = 3;

    /// <summary>Gets the latent variables that vary, in the order in which they make up the names of the conditions; of the others, orientation and phase are 0, contrast is 1 and images are grey.</summary>
    /// <value>At least two, each once. Default: null, for all that the number of channels allows.</value>
    public IReadOnlyList<GratingLatent>? Latents { get; init; }

    /// <summary>Gets the targets: latent variables or parities of several, such as <c>Orientation</c> or <c>Orientation^Colour</c>; or the side of each condition as a text of 0 and 1.</summary>
    /// <value>At least one, each once. Default: the first latent variable.</value>
    public IReadOnlyList<string>? Targets { get; init; }

    /// <summary>Gets the number of stripes, of a bright and a dark half each, in a side of the image.</summary>
    /// <value>Above 0, at most half of <see cref="Size"/>. Default: 4.</value>
    public double Cycles { get; init; } = 4;

    /// <summary>Gets the angle between the two orientations in degrees; the first orientation is 0, vertical stripes.</summary>
    /// <value>Above 0 and below 180. Default: 90.</value>
    public double OrientationDifference { get; init; } = 90;

    /// <summary>Gets the difference between the two phases in degrees; the first phase is 0.</summary>
    /// <value>Above 0 and below 360. Default: 90.</value>
    public double PhaseDifference { get; init; } = 90;

    /// <summary>Gets the lower contrast, the first one; the second one is 1.</summary>
    /// <value>Above 0 and below 1. Default: 0.5.</value>
    public double LowContrast { get; init; } = 0.5;

    /// <summary>Gets how pure the colours are: of red, the first one, green and blue are by so much darker, of green red and blue; 1 for pure ones.</summary>
    /// <value>Above 0 and at most 1. Default: 0.5.</value>
    public double Saturation { get; init; } = 0.5;

    /// <summary>Gets the number of features, channels x size x size.</summary>
    /// <exception cref="ArgumentException">It was set: the size and the number of channels say how many features there are.</exception>
    public override int Dimensions
    {
        get => (int)Math.Clamp((long)Channels * Size * Size, 1, int.MaxValue);
        init => throw new ArgumentException("Images have Channels x Size x Size features; set these.", nameof(Dimensions));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> FeatureShape => [Channels, Size, Size];

    /// <summary>Gets what <see cref="GeometryTask.InputTargetAlignment"/> is: pixels have no simpler formula.</summary>
    public override double ClosedFormAlignment => InputTargetAlignment;

    private GratingLatent[] Varying => [.. Latents ?? Enum.GetValues<GratingLatent>().Where(latent => latent != GratingLatent.Colour || Channels == 3)];

    /// <inheritdoc/>
    protected override void Check(SettingChecks checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        checks.Require(Size is >= 4 and <= MaxSize, nameof(Size), Size, $"must be from 4 to {MaxSize}.");
        checks.Require(Channels is 1 or 3, nameof(Channels), Channels, "must be 1 (grey) or 3 (red, green and blue).");
        checks.Require(Cycles > 0 && Cycles <= Size / 2d, nameof(Cycles), Cycles, "must be above 0 and at most half of Size, because finer stripes fall between the pixels.");
        checks.Require(OrientationDifference is > 0 and < 180, nameof(OrientationDifference), OrientationDifference, "must be above 0 and below 180 degrees.");
        checks.Require(PhaseDifference is > 0 and < 360, nameof(PhaseDifference), PhaseDifference, "must be above 0 and below 360 degrees.");
        checks.Require(LowContrast is > 0 and < 1, nameof(LowContrast), LowContrast, "must be above 0 and below 1, the other contrast.");
        checks.Require(Saturation is > 0 and <= 1, nameof(Saturation), Saturation, "must be above 0 and at most 1.");
        GratingLatent[] latents = Varying;
        string listed = string.Join(", ", latents);
        checks.Require(latents.All(Enum.IsDefined), nameof(Latents), listed, $"must be among {string.Join(", ", Enum.GetNames<GratingLatent>())}.");
        checks.Require(latents.Length >= 2 && latents.Distinct().Count() == latents.Length, nameof(Latents), listed,
            "must be at least two different ones, because two conditions have only one dichotomy.");
        checks.Require(Channels == 3 || !latents.Contains(GratingLatent.Colour), nameof(Latents), listed, "must be without Colour for grey images; or set Channels = 3.");
        if (checks.AllHold)
        {
            CheckTargets(checks, new BinaryConditions(Array.ConvertAll(latents, latent => $"{latent}")));
        }
    }

    /// <inheritdoc/>
    protected override TaskLayout CreateLayout()
    {
        GratingLatent[] latents = Varying;
        var conditions = new BinaryConditions(Array.ConvertAll(latents, latent => $"{latent}"));
        double[] means = new double[conditions.Count * Dimensions];
        for (int condition = 0; condition < conditions.Count; condition++)
        {
            bool Second(GratingLatent latent) => Array.IndexOf(latents, latent) is >= 0 and var bit && conditions.Latents[(condition * conditions.Bits) + bit];
            Draw(means.AsSpan(condition * Dimensions, Dimensions), Second);
        }

        string[] names = [.. Targets ?? [conditions.LatentNames[0]]];
        float[][] sides = Array.ConvertAll(names, name => NamedDichotomy.Find(name, conditions)!);
        return conditions.Layout(names, means, [.. Enumerable.Range(0, conditions.Count).SelectMany(condition => sides.Select(side => side[condition]))]);
    }

    private void CheckTargets(SettingChecks checks, BinaryConditions conditions)
    {
        string listed = string.Join(", ", Targets ?? []);
        checks.Require(Targets is null || (Targets.Count > 0 && Targets.Distinct().Count() == Targets.Count), nameof(Targets), listed, "must be at least one, each once.");
        foreach (string target in Targets ?? [])
        {
            checks.Require(NamedDichotomy.Find(target, conditions) is not null, nameof(Targets), target, $"must be {NamedDichotomy.Describe(conditions)}.");
        }
    }

    private void Draw(Span<double> pixels, Func<GratingLatent, bool> second)
    {
        double orientation = second(GratingLatent.Orientation) ? OrientationDifference * Math.PI / 180 : 0;
        double phase = second(GratingLatent.Phase) ? PhaseDifference * Math.PI / 180 : 0;
        double contrast = second(GratingLatent.Contrast) || !Varying.Contains(GratingLatent.Contrast) ? 1 : LowContrast;
        (double cos, double sin) = (Math.Cos(orientation), Math.Sin(orientation));
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < Size; x++)
            {
                double light = (1 + (contrast * Math.Cos((2 * Math.PI * Cycles * ((x * cos) + (y * sin)) / Size) + phase))) / 2;
                for (int channel = 0; channel < Channels; channel++)
                {
                    pixels[(((channel * Size) + y) * Size) + x] = light * Tint(channel, second(GratingLatent.Colour));
                }
            }
        }
    }

    // Where colour does not vary, images are grey.
    private double Tint(int channel, bool isGreen) => !Varying.Contains(GratingLatent.Colour) || channel == (isGreen ? 1 : 0) ? 1 : 1 - Saturation;
}
