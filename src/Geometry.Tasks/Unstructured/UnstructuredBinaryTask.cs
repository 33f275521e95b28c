using System.Globalization;
using System.Numerics;
using Geometry.Seeding;

namespace Geometry.Tasks;

/// <summary>
/// The unstructured binary task: condition means are independent standard normal numbers, and the target is one balanced dichotomy of
/// the conditions (Alleman, Lindsey, Fusi 2024, Fig. 1A). All dichotomies are equally easy for the input, so whatever structure the hidden
/// layers show comes from the target and the nonlinearity.
/// </summary>
public sealed class UnstructuredBinaryTask : GeometryTask
{
    private const int MaxConditions = 1024, MaxDimensions = 100_000;

    /// <summary>Gets the number of conditions, the combinations of binary latent variables <c>Bit1</c>, <c>Bit2</c>, ...</summary>
    /// <value>A power of two from 4 to 1,024. Default: 4.</value>
    public int Conditions { get; init; } = 4;

    /// <summary>
    /// Gets whether the mean over the conditions is subtracted from the inputs. Without it a common mean puts rectified units fully on or
    /// fully off, and the difference between nonlinearities nearly vanishes.
    /// </summary>
    /// <value>Default: true.</value>
    public bool Center { get; init; } = true;

    /// <summary>Gets the target of each condition as a text of 0 and 1 with as many of either, such as <c>0110</c>; null for <c>Bit1</c>.</summary>
    /// <value>Default: null.</value>
    public string? Target { get; init; }

    /// <inheritdoc/>
    protected override TaskLayout CreateLayout()
    {
        Validate();
        int bits = BitOperations.Log2((uint)Conditions);
        bool[] latents = new bool[Conditions * bits];
        string[] names = new string[Conditions];
        for (int condition = 0; condition < Conditions; condition++)
        {
            names[condition] = condition.ToString($"b{bits}", CultureInfo.InvariantCulture);
            for (int bit = 0; bit < bits; bit++)
            {
                latents[(condition * bits) + bit] = names[condition][bit] == '1';
            }
        }

        float[] targets = [.. (Target ?? string.Concat(names.Select(name => name[0]))).Select(side => side == '1' ? 1f : 0f)];
        return new TaskLayout(names, [.. Enumerable.Range(1, bits).Select(bit => $"Bit{bit}")], ["Target"], latents, DrawMeans(), targets);
    }

    private float[] DrawMeans()
    {
        double[] means = new double[Conditions * Dimensions];
        new RandomStream(Seed, StreamNames.Task).FillGaussian(means.AsSpan());
        for (int column = 0; Center && column < Dimensions; column++)
        {
            double mean = 0;
            for (int i = column; i < means.Length; i += Dimensions)
            {
                mean += means[i] / Conditions;
            }

            for (int i = column; i < means.Length; i += Dimensions)
            {
                means[i] -= mean;
            }
        }

        return Array.ConvertAll(means, value => (float)value);
    }

    private void Validate()
    {
        List<string> violations = [];
        if (Conditions is < 4 or > MaxConditions || !BitOperations.IsPow2(Conditions))
        {
            violations.Add($"  Conditions = {Conditions}: must be a power of two from 4 to 1024, because conditions are the combinations of "
                + "binary variables and two conditions have only one dichotomy.");
        }
        else if (Target is not null && (Target.Length != Conditions || Target.Any(side => side is not ('0' or '1'))
            || Target.Count(side => side == '1') * 2 != Conditions))
        {
            violations.Add($"  Target = {Target}: must be {Conditions} digits 0 or 1, one a condition, with {Conditions / 2} of either, because the "
                + "target is a balanced dichotomy.");
        }

        if (Dimensions is < 1 or > MaxDimensions)
        {
            violations.Add($"  Dimensions = {Dimensions}: must be from 1 to 100000.");
        }

        if (!(Noise >= 0) || !double.IsFinite(Noise))
        {
            violations.Add($"  Noise = {Noise.ToString(CultureInfo.InvariantCulture)}: must be a finite number of at least 0.");
        }

        if (violations.Count > 0)
        {
            string count = violations.Count == 1 ? "1 setting" : $"{violations.Count} settings";
            throw new ArgumentException($"UnstructuredBinaryTask has {count} out of range:\n{string.Join('\n', violations)}");
        }
    }
}
