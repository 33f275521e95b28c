using Geometry.Seeding;

namespace Geometry.Tasks;

/// <summary>
/// A family of inputs and targets with known geometry: m conditions, each with a mean and targets, and rows that are a condition's mean
/// plus noise. The settings are checked, and the conditions made, when they are first asked for.
/// </summary>
/// <remarks>
/// The means go through these changes, in this order: <see cref="Center"/>, <see cref="CommonMean"/>, <see cref="Range"/>, <see cref="Scale"/>.
/// None of them changes the centred input kernel by more than a factor.
/// </remarks>
public abstract partial class GeometryTask
{
    private const int MaxDimensions = 100_000;
    private readonly Lazy<TaskLayout> _layout;
    private readonly Lazy<double[]> _inputKernel, _targetKernel;

    /// <summary>Prepares the task.</summary>
    protected GeometryTask()
    {
        _layout = new Lazy<TaskLayout>(MakeLayout);
        _inputKernel = new Lazy<double[]>(() => CentredKernel.Of(Layout.Means.Span, Dimensions, ConditionCount));
        _targetKernel = new Lazy<double[]>(() => CentredKernel.Of(
            Array.ConvertAll(Layout.Targets.ToArray(), target => (double)target), TargetCount, ConditionCount));
    }

    /// <summary>Gets the number of features.</summary>
    /// <value>At least 1. Default: 100.</value>
    public virtual int Dimensions { get; init; } = 100;

    /// <summary>Gets the dimensions of a row's features, whose product is <see cref="Dimensions"/>: of images channels, height and width.</summary>
    public virtual IReadOnlyList<int> FeatureShape => [Dimensions];

    /// <summary>
    /// Gets whether the mean over the conditions is subtracted from the inputs. With a common mean, rectified units are fully on or
    /// fully off, and the difference between nonlinearities nearly vanishes.
    /// </summary>
    /// <value>Default: true. Changes something only where the family's inputs are not centred by construction.</value>
    public bool Center { get; init; } = true;

    /// <summary>
    /// Gets the standard deviation, over features, of a random vector that is added to the inputs of all conditions after centring; its direction
    /// is the same for every size.
    /// </summary>
    /// <value>From 0 to 1,000. Default: 0, no common mean.</value>
    public double CommonMean { get; init; }

    /// <summary>Gets the range that the noise-free inputs are brought into.</summary>
    /// <value>Default: <see cref="InputRange.Unchanged"/>.</value>
    public InputRange Range { get; init; } = InputRange.Unchanged;

    /// <summary>Gets the number that the noise-free inputs are multiplied by in the end; the noise is not.</summary>
    /// <value>From 0.000001 to 1,000,000. Default: 1.</value>
    public double Scale { get; init; } = 1;

    /// <summary>Gets the standard deviation of the noise that a row adds to its condition's mean, the same in every dimension.</summary>
    /// <value>At least 0. Default: 0.5.</value>
    public double Noise { get; init; } = 0.5;

    /// <summary>Gets the distribution of the noise.</summary>
    /// <value>Default: <see cref="NoiseLaw.Gaussian"/>.</value>
    public NoiseLaw NoiseLaw { get; init; } = NoiseLaw.Gaussian;

    /// <summary>Gets the degrees of freedom of <see cref="NoiseLaw.StudentT"/>; other laws have none.</summary>
    /// <value>Above 2, since the standard deviation is infinite otherwise; the smaller, the heavier the tails. Default: 3.</value>
    public double NoiseDegreesOfFreedom { get; init; } = 3;

    /// <summary>Gets the seed of the conditions; rows have a seed of their own.</summary>
    /// <value>Any number. Default: 1.</value>
    public long Seed { get; init; } = 1;

    /// <summary>Gets the conditions: names, latent variables, means and targets.</summary>
    /// <exception cref="ArgumentException">A setting is out of range, or settings contradict each other.</exception>
    public TaskLayout Layout => _layout.Value;

    /// <summary>Gets the number of conditions, m.</summary>
    public int ConditionCount => Layout.ConditionNames.Count;

    /// <summary>Gets the number of targets, q.</summary>
    public int TargetCount => Layout.TargetNames.Count;

    /// <summary>Gets the Gram matrix of the noise-free inputs with their mean over the conditions subtracted, m x m, row-major.</summary>
    public ReadOnlyMemory<double> InputKernel => _inputKernel.Value;

    /// <summary>Gets the Gram matrix of the targets (0 or 1) with their mean over the conditions subtracted, m x m, row-major.</summary>
    public ReadOnlyMemory<double> TargetKernel => _targetKernel.Value;

    /// <summary>
    /// Gets the centred alignment of the input kernel with the target kernel over the noise-free conditions, computed from the inputs:
    /// &lt;X, Y&gt; / (|X| |Y|) with X and Y the centred Gram matrices (Cortes, Mohri, Rostamizadeh 2012), from 0 to 1.
    /// </summary>
    public double InputTargetAlignment => CentredKernel.Alignment(InputKernel.Span, TargetKernel.Span);

    /// <summary>
    /// Gets the alignment that the family's formula gives, from 0 to 1. For inputs drawn at random it is the limit of many dimensions; where
    /// a family says nothing else it is what <see cref="InputTargetAlignment"/> is, up to rounding.
    /// </summary>
    public abstract double ClosedFormAlignment { get; }

    /// <summary>Checks the settings of the family; those that all families have are checked besides.</summary>
    /// <param name="checks">Receives what is wrong.</param>
    protected abstract void Check(SettingChecks checks);

    /// <summary>Makes the conditions, as they are before centring, common mean, range and scale; the settings have been checked.</summary>
    /// <returns>The conditions.</returns>
    /// <exception cref="ArgumentException">What was drawn at random makes the settings impossible.</exception>
    protected abstract TaskLayout CreateLayout();

    /// <summary>Opens the stream that conditions are drawn from.</summary>
    /// <returns>A stream of the task's seed, at its beginning.</returns>
    protected RandomStream OpenTaskStream() => new(Seed, StreamNames.Task);

    private TaskLayout MakeLayout()
    {
        var checks = new SettingChecks(GetType().Name);
        Check(checks);
        CheckCommon(checks);
        checks.ThrowIfAny();
        TaskLayout layout = CreateLayout();
        double[] means = layout.Means.ToArray();
        CheckDistinct(layout, checks);
        checks.ThrowIfAny();
        if (Center)
        {
            Centring.Apply(means, Dimensions);
        }

        if (CommonMean > 0)
        {
            InputMap.AddCommonMean(means, Dimensions, CommonMean, OpenTaskStream().Fork("common mean"));
        }

        InputMap.Apply(means, Range, Scale);
        return layout with { Means = means };
    }
}
