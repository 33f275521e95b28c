namespace Geometry.Tasks;

/// <summary>
/// The parity of all or some of b bits as the target, with the bits themselves as input: the task of deep networks, whose targets are not
/// linearly separable (Alleman, Lindsey, Fusi 2024, section 7).
/// </summary>
public sealed class ParityTask : GeometryTask
{
    private const int MaxBits = 10;

    /// <summary>Gets the number of bits, b; there are 2^b conditions. With as many dimensions the inputs are the raw bits, -1 and 1; else they are embedded along random orthonormal directions.</summary>
    /// <value>From 2 to 10. Default: 5.</value>
    public int Bits { get; init; } = 5;

    /// <summary>Gets the number of bits whose parity is the target, the first ones: 2 for the XOR of two latent variables, null for all bits.</summary>
    /// <value>From 1 to <see cref="Bits"/>. Default: null.</value>
    public int? Order { get; init; }

    /// <summary>Gets 0, since no single bit says anything about a parity of several; for the order 1, which is a bit, 1 / sqrt(b).</summary>
    public override double ClosedFormAlignment => (Order ?? Bits) == 1 ? 1 / Math.Sqrt(Bits) : 0;

    /// <inheritdoc/>
    protected override void Check(SettingChecks checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        checks.Require(Bits is >= 2 and <= MaxBits, nameof(Bits), Bits, $"must be from 2 to {MaxBits}, because there are 2^Bits conditions and one bit has no parity to learn.");
        checks.Require(Order is null || (Order >= 1 && Order <= Bits), nameof(Order), Order, $"must be from 1 to Bits = {Bits}, or absent for the parity of all bits.");
        BitInputs.Check(checks, Bits, Dimensions);
    }

    /// <inheritdoc/>
    protected override TaskLayout CreateLayout()
    {
        var conditions = new BinaryConditions(Bits);
        int mask = Enumerable.Range(0, Order ?? Bits).Sum(conditions.Single);
        return conditions.Layout(
            [conditions.ParityName(mask)], BitInputs.Create(conditions, Dimensions, OpenTaskStream().Fork("directions")), conditions.Parity(mask));
    }
}
