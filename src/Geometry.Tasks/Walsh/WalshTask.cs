namespace Geometry.Tasks;

/// <summary>
/// Several targets with an exact alignment between inputs and targets (Alleman, Lindsey, Fusi 2024, Figs. 4A and 4B). The 2^b conditions are the
/// combinations of b bits, and the m - 1 Walsh functions are the parities of the sets of bits as -1 and 1: single bits first, then
/// pairs, and so on. The first of them are the targets. In the input each Walsh function scales a random direction of its own, so that the
/// input kernel is a weighted sum of the functions' kernels; the alignment is the cosine between the weights and those of the targets.
/// </summary>
public sealed class WalshTask : GeometryTask
{
    private const int MaxBits = 8;
    private const double MaxSpread = 10;
    private readonly Lazy<double[]> _spectrum;

    /// <summary>Prepares the task.</summary>
    public WalshTask() => _spectrum = new Lazy<double[]>(() => Spread == 0
        ? WalshSpectrum.Central(Functions, Targets, Wanted)
        : WalshSpectrum.Random(Functions, Targets, Wanted, Spread, OpenTaskStream().Fork("spectrum")));

    /// <summary>Gets the number of bits, b; there are m = 2^b conditions.</summary>
    /// <value>From 2 to 8. Default: 3.</value>
    public int Bits { get; init; } = 3;

    /// <summary>Gets the number of targets, k: the first Walsh functions, so the single bits for k up to b.</summary>
    /// <value>From 1 to m - 1. Default: 1.</value>
    public int Targets { get; init; } = 1;

    /// <summary>Gets the centred alignment of inputs and targets, c; null for sqrt(k / (m - 1)), that of unstructured inputs.</summary>
    /// <value>From 0 to 1; 0 only where the functions that are no targets tell the conditions apart. Default: null.</value>
    public double? Alignment { get; init; }

    /// <summary>
    /// Gets how unequal the weights of the functions are: 0 for equal ones among the targets and among the others, the same for every seed; else they
    /// are drawn from a Dirichlet distribution with the parameter 1 / spread, and moved in a straight line to the alignment.
    /// </summary>
    /// <value>From 0 to 10. Default: 0.</value>
    public double Spread { get; init; }

    /// <inheritdoc/>
    public override double ClosedFormAlignment => Wanted;

    /// <summary>Gets the weight of each Walsh function in the input kernel, single bits first; they sum to 1.</summary>
    /// <exception cref="ArgumentException">A setting is out of range, or settings contradict each other.</exception>
    public ReadOnlyMemory<double> Spectrum
    {
        get
        {
            _ = Layout; // checks the settings
            return _spectrum.Value;
        }
    }

    private int Functions => (1 << Bits) - 1;

    private double Wanted => Alignment ?? Math.Sqrt((double)Targets / Functions);

    /// <inheritdoc/>
    protected override void Check(SettingChecks checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        bool bits = Bits is >= 2 and <= MaxBits;
        checks.Require(bits, nameof(Bits), Bits, $"must be from 2 to {MaxBits}, because there are 2^Bits conditions.");
        checks.Require(Spread is >= 0 and <= MaxSpread, nameof(Spread), Spread, $"must be from 0 to {MaxSpread}.");
        checks.Require(Alignment is null or (>= 0 and <= 1), nameof(Alignment), Alignment,
            "must be from 0 to 1: it is a cosine, and kernels have no negative part that could make it negative.");
        if (!bits)
        {
            return;
        }

        bool targets = Targets >= 1 && Targets <= Functions;
        checks.Require(targets, nameof(Targets), Targets, $"must be from 1 to {Functions}, the number of Walsh functions of {Bits} bits.");
        if (targets && checks.AllHold)
        {
            CheckAlignment(checks);
            int components = Wanted switch { 0 => Functions - Targets, 1 => Targets, _ => Functions };
            checks.Require(Dimensions >= components, nameof(Dimensions), Dimensions,
                $"must be at least {components}, because each Walsh function in the input has a direction of its own; use fewer bits or more dimensions.");
        }
    }

    /// <inheritdoc/>
    protected override TaskLayout CreateLayout()
    {
        var conditions = new BinaryConditions(Bits);
        int[] masks = conditions.MasksByDegree();
        double[] shares = _spectrum.Value;
        int[] present = [.. Enumerable.Range(0, Functions).Where(function => shares[function] > 0)];
        double[] coordinates =
        [
            .. Enumerable.Range(0, conditions.Count).SelectMany(condition => present.Select(
                function => Math.Sqrt(shares[function]) * BinaryConditions.Sign(condition, masks[function]))),
        ];
        int[] targets = masks[..Targets];
        return conditions.Layout(
            [.. targets.Select(conditions.ParityName)],
            Orthonormal.Embed(coordinates, present.Length, Dimensions, Math.Sqrt(Dimensions), OpenTaskStream().Fork("directions")),
            [.. Enumerable.Range(0, conditions.Count).SelectMany(condition => targets.Select(mask => BinaryConditions.IsOdd(condition, mask) ? 1f : 0f))]);
    }

    private void CheckAlignment(SettingChecks checks)
    {
        checks.Require(Targets < Functions || Wanted == 1, nameof(Alignment), Alignment,
            $"must be 1 where all {Functions} Walsh functions are targets, because nothing else is left to weaken the alignment; use fewer targets.");
        if (Wanted == 0 && Targets < Functions)
        {
            var conditions = new BinaryConditions(Bits);
            int[] rest = conditions.MasksByDegree()[Targets..];
            int twin = Enumerable.Range(1, conditions.Count - 1).FirstOrDefault(other => rest.All(mask => !BinaryConditions.IsOdd(other, mask)));
            checks.Require(twin == 0, nameof(Alignment), Alignment,
                $"with {Targets} of {Functions} Walsh functions as targets, the {rest.Length} in the input do not tell the conditions {conditions.Names[0]} and "
                + $"{conditions.Names[twin]} apart, which have different targets, so that nothing could learn them; use an alignment above 0, fewer targets or more bits.");
        }
    }
}
