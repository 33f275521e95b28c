using Geometry.Seeding;

namespace Geometry.Tasks;

/// <summary>
/// A family of inputs and targets with known geometry: m conditions, each with a mean and targets, and rows that are a condition's mean
/// plus Gaussian noise. The settings are checked, and the conditions made, when they are first asked for.
/// </summary>
public abstract class GeometryTask
{
    private readonly Lazy<TaskLayout> _layout;

    /// <summary>Prepares the task.</summary>
    protected GeometryTask() => _layout = new Lazy<TaskLayout>(CreateLayout);

    /// <summary>Gets the number of features.</summary>
    /// <value>At least 1. Default: 100.</value>
    public int Dimensions { get; init; } = 100;

    /// <summary>Gets the standard deviation of the noise that a row adds to its condition's mean, the same in every dimension.</summary>
    /// <value>At least 0. Default: 0.5.</value>
    public double Noise { get; init; } = 0.5;

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

    /// <summary>
    /// Gets the centred alignment of the input kernel with the target kernel over the noise-free conditions,
    /// &lt;X, Y&gt; / (|X| |Y|) with X and Y the centred Gram matrices (Cortes, Mohri, Rostamizadeh 2012), from 0 to 1.
    /// </summary>
    public double InputTargetAlignment => KernelAlignment.Centred(
        Layout.Means.Span, Dimensions, Layout.Targets.Span, TargetCount, ConditionCount);

    /// <summary>Draws rows, each of a condition chosen uniformly at random.</summary>
    /// <param name="rows">The number of rows; at least 1. More rows with the same seed start with the same rows.</param>
    /// <param name="seed">The seed of the rows; use another one for test rows.</param>
    /// <returns>The rows.</returns>
    public TaskSample Sample(int rows, long seed) => Sample(rows, new RandomStream(seed, StreamNames.Noise));

    /// <summary>Draws rows, each of a condition chosen uniformly at random.</summary>
    /// <param name="rows">The number of rows; at least 1. More rows of the same stream start with the same rows.</param>
    /// <param name="stream">Where the random numbers come from, by child streams; the stream itself does not advance.</param>
    /// <returns>The rows.</returns>
    public TaskSample Sample(int rows, RandomStream stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, Array.MaxLength / Math.Max(Dimensions, TargetCount));
        ArgumentNullException.ThrowIfNull(stream);
        int[] conditions = new int[rows];
        float[] features = new float[rows * Dimensions], targets = new float[rows * TargetCount];
        RandomStream choice = stream.Fork("condition");
        stream.Fork("input").FillGaussian(features.AsSpan());
        float noise = (float)Noise;
        for (int row = 0; row < rows; row++)
        {
            int condition = conditions[row] = choice.NextInt32(ConditionCount);
            ReadOnlySpan<float> mean = Layout.Means.Span.Slice(condition * Dimensions, Dimensions);
            Span<float> input = features.AsSpan(row * Dimensions, Dimensions);
            for (int i = 0; i < input.Length; i++)
            {
                input[i] = mean[i] + (noise * input[i]);
            }

            Layout.Targets.Span.Slice(condition * TargetCount, TargetCount).CopyTo(targets.AsSpan(row * TargetCount));
        }

        return new TaskSample(rows, Dimensions, TargetCount, features, conditions, targets);
    }

    /// <summary>Checks the settings and makes the conditions.</summary>
    /// <returns>The conditions.</returns>
    /// <exception cref="ArgumentException">A setting is out of range, or settings contradict each other.</exception>
    protected abstract TaskLayout CreateLayout();
}
