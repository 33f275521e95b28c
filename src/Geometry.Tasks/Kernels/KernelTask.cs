using System.Globalization;

namespace Geometry.Tasks;

/// <summary>
/// Random balanced targets and a random input kernel with a wanted alignment, for any number of conditions (Alleman, Lindsey, Fusi 2024, section 6).
/// The kernel is drawn with eigenvectors that are uniform (Haar) among those orthogonal to the constant, and Dirichlet eigenvalues; if
/// its alignment is too low it is mixed with the target kernel, if it is too high with a random kernel that is orthogonal to it, as far as is needed.
/// </summary>
/// <remarks>Kernels that are mixed have the trace m each, and so has the result; inputs have the mean squared norm D.</remarks>
public sealed class KernelTask : GeometryTask
{
    private const int MaxConditions = 256;
    private const double MaxSpread = 10;
    private readonly Lazy<KernelDraw> _draw;

    /// <summary>Prepares the task.</summary>
    public KernelTask() => _draw = new Lazy<KernelDraw>(() => KernelDraw.Create(
        Conditions, Targets, Rank ?? (Conditions - 1 - Targets), Alignment, Spread, OpenTaskStream()));

    /// <summary>Gets the number of conditions, m. If it is odd, each target has one condition more on its side 0.</summary>
    /// <value>From 4 to 256. Default: 32.</value>
    public int Conditions { get; init; } = 32;

    /// <summary>Gets the number of targets, k: random balanced dichotomies, no two alike.</summary>
    /// <value>From 1 to m - 2. Default: 1.</value>
    public int Targets { get; init; } = 1;

    /// <summary>
    /// Gets the rank r of the kernels that are drawn at random; null for m - 1 - k, the largest. Mixing one with the target kernel gives a rank
    /// of up to r + k, with another random one up to 2 r.
    /// </summary>
    /// <value>From 1 to m - 1 - k. Default: null.</value>
    public int? Rank { get; init; }

    /// <summary>Gets the centred alignment of inputs and targets, c; null for whatever the kernel that is drawn has.</summary>
    /// <value>From 0 to 1. Default: null.</value>
    public double? Alignment { get; init; }

    /// <summary>Gets how unequal eigenvalues are: they are drawn from a Dirichlet distribution with the parameter 1 / spread; 0 for equal ones.</summary>
    /// <value>From 0 to 10. Default: 0.5.</value>
    public double Spread { get; init; } = 0.5;

    /// <summary>Gets <see cref="Alignment"/> or, where that is null, the alignment of the kernel that was drawn.</summary>
    public override double ClosedFormAlignment => Alignment ?? Draw().DrawnAlignment;

    /// <summary>Gets the rank of the centred input kernel.</summary>
    /// <exception cref="ArgumentException">A setting is out of range, or settings contradict each other.</exception>
    public int InputRank => Draw().Rank;

    /// <inheritdoc/>
    protected override void Check(SettingChecks checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        bool conditions = Conditions is >= 4 and <= MaxConditions;
        checks.Require(conditions, nameof(Conditions), Conditions, $"must be from 4 to {MaxConditions}.");
        checks.Require(Alignment is null or (>= 0 and <= 1), nameof(Alignment), Alignment,
            "must be from 0 to 1: it is a cosine, and kernels have no negative part that could make it negative.");
        checks.Require(Spread is >= 0 and <= MaxSpread, nameof(Spread), Spread, $"must be from 0 to {MaxSpread}.");
        bool targets = Targets >= 1 && Targets <= Conditions - 2;
        checks.Require(!conditions || targets, nameof(Targets), Targets,
            $"must be from 1 to {Conditions - 2}, so that of the {Conditions - 1} dimensions of {Conditions} centred conditions one is left for inputs that ignore the targets.");
        int room = Conditions - 1 - Targets;
        if (conditions && targets)
        {
            checks.Require(Rank is null || (Rank >= 1 && Rank <= room), nameof(Rank), Rank,
                $"must be from 1 to {room}, the dimensions that {Targets} targets leave of the {Conditions - 1} of {Conditions} centred conditions; use fewer targets or conditions.");
            int rank = Rank ?? room, needed = Alignment is null ? rank : Math.Min(Conditions - 1, rank + Math.Max(rank, Targets));
            checks.Require(Dimensions >= needed, nameof(Dimensions), Dimensions,
                $"must be at least {needed}, the rank that the input kernel may have; use a lower rank, fewer conditions or more dimensions.");
        }
    }

    /// <inheritdoc/>
    protected override TaskLayout CreateLayout()
    {
        KernelDraw draw = _draw.Value;
        int digits = Conditions.ToString(CultureInfo.InvariantCulture).Length;
        string[] names = [.. Enumerable.Range(1, Conditions).Select(number => "C" + number.ToString($"D{digits}", CultureInfo.InvariantCulture))];
        if (draw.FindConflict() is (int first, int second))
        {
            var checks = new SettingChecks(nameof(KernelTask));
            checks.Require(false, nameof(Alignment), Alignment, $"the conditions {names[first]} and {names[second]} have the same input but different targets, "
                + "so that nothing could learn them; use another alignment, a higher rank, fewer targets or more conditions.");
            checks.ThrowIfAny();
        }

        return new TaskLayout(
            names, [], Targets == 1 ? ["Target"] : [.. Enumerable.Range(1, Targets).Select(number => $"Target{number}")], Array.Empty<bool>(),
            draw.Embed(Dimensions, OpenTaskStream().Fork("directions")), draw.Targets);
    }

    private KernelDraw Draw()
    {
        _ = Layout; // checks the settings
        return _draw.Value;
    }
}
