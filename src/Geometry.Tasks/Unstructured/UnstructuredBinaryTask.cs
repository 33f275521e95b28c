using System.Numerics;
using Geometry.Seeding;

namespace Geometry.Tasks;

/// <summary>
/// The unstructured binary task: condition means are independent random numbers, and the target is one balanced dichotomy of
/// the conditions (Alleman, Lindsey, Fusi 2024, Fig. 1A). All dichotomies are equally easy for the input, so whatever structure the hidden
/// layers show comes from the target and the nonlinearity.
/// </summary>
public sealed class UnstructuredBinaryTask : GeometryTask
{
    private const int MaxConditions = 1024;

    /// <summary>Gets the number of conditions, the combinations of binary latent variables <c>Bit1</c>, <c>Bit2</c>, ...</summary>
    /// <value>A power of two from 4 to 1,024. Default: 4.</value>
    public int Conditions { get; init; } = 4;

    /// <summary>Gets the distribution of the inputs before centring.</summary>
    /// <value>Default: <see cref="InputEntries.Gaussian"/>.</value>
    public InputEntries Entries { get; init; } = InputEntries.Gaussian;

    /// <summary>
    /// Gets the target: the side of each condition as a text of 0 and 1 with as many of either, such as <c>0110</c>; a latent variable or the parity
    /// of several, such as <c>Bit2</c> or <c>Bit1^Bit3</c>; <c>Parity</c> for that of all; for 8 conditions also the name of a
    /// <see cref="BooleanFunction"/>. Null for <see cref="TargetNumber"/> or, where that is null too, for <c>Bit1</c>.
    /// </summary>
    /// <value>Default: null.</value>
    public string? Target { get; init; }

    /// <summary>
    /// Gets the number of the balanced dichotomy that is the target, in the order in which the library's scores list all balanced dichotomies; null
    /// for <see cref="Target"/>.
    /// </summary>
    /// <value>From 0 to C(m, m/2)/2 - 1 (3 dichotomies for 4 conditions, 35 for 8, 6,435 for 16), with at most 32 conditions. Default: null.</value>
    public int? TargetNumber { get; init; }

    /// <summary>Gets 1 / sqrt(m - 1), the alignment of any balanced dichotomy with inputs that are equally far from each other, as they are in many dimensions.</summary>
    public override double ClosedFormAlignment => 1 / Math.Sqrt(ConditionCount - 1);

    /// <inheritdoc/>
    protected override void Check(SettingChecks checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        bool known = Conditions is >= 4 and <= MaxConditions && BitOperations.IsPow2(Conditions);
        checks.Require(known, nameof(Conditions), Conditions, "must be a power of two from 4 to 1024, because conditions are the combinations of "
            + "binary variables and two conditions have only one dichotomy.");
        checks.Require(Enum.IsDefined(Entries), nameof(Entries), Entries, $"must be one of {string.Join(", ", Enum.GetNames<InputEntries>())}.");
        if (known && Target is not null)
        {
            var conditions = new BinaryConditions(BitOperations.Log2((uint)Conditions));
            checks.Require(NamedDichotomy.Find(Target, conditions) is not null, nameof(Target), Target, $"must be {NamedDichotomy.Describe(conditions)}.");
        }

        if (known && TargetNumber is { } number)
        {
            checks.Require(Target is null, nameof(TargetNumber), number, $"must be absent where Target = {Target} says what the target is; give one of them.");
            checks.Require(Conditions <= BalancedDichotomy.MaxConditions, nameof(TargetNumber), number,
                $"must be absent for more than {BalancedDichotomy.MaxConditions} conditions, whose dichotomies are too many for numbers; use Target.");
            long count = BalancedDichotomy.Count(Math.Min(Conditions, BalancedDichotomy.MaxConditions));
            checks.Require(number >= 0 && number < count, nameof(TargetNumber), number, $"must be from 0 to {count - 1}, the balanced dichotomies of {Conditions} conditions.");
        }
    }

    /// <inheritdoc/>
    protected override TaskLayout CreateLayout()
    {
        var conditions = new BinaryConditions(BitOperations.Log2((uint)Conditions));
        if (TargetNumber is not { } number)
        {
            string name = Target ?? conditions.LatentNames[0];
            return conditions.Layout([name], DrawMeans(), NamedDichotomy.Find(name, conditions)!);
        }

        int[] members = BalancedDichotomy.Members(Conditions, number);
        float[] targets = new float[Conditions];
        foreach (int member in members)
        {
            targets[member] = 1;
        }

        return conditions.Layout([$"{{{string.Join(',', members)}}}"], DrawMeans(), targets);
    }

    private double[] DrawMeans()
    {
        double[] means = new double[Conditions * Dimensions];
        RandomStream stream = OpenTaskStream();
        if (Entries == InputEntries.Uniform)
        {
            stream.FillUniform(means.AsSpan());
            return means;
        }

        stream.FillGaussian(means.AsSpan());
        return Entries switch
        {
            InputEntries.AbsoluteGaussian => Array.ConvertAll(means, Math.Abs),
            InputEntries.RectifiedGaussian => Array.ConvertAll(means, value => Math.Max(0, value)),
            _ => means,
        };
    }
}
