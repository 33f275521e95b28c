namespace Geometry.Tasks;

/// <summary>
/// A balanced Boolean function of three bits as the target, with the bits themselves as input: six classes of functions, a ladder of
/// difficulty from one bit to the parity of three.
/// </summary>
public sealed class BooleanFunctionTask : GeometryTask
{
    private const int Bits = 3;

    /// <summary>Gets the function.</summary>
    /// <value>Default: <see cref="BooleanFunction.Snake"/>.</value>
    public BooleanFunction Function { get; init; } = BooleanFunction.Snake;

    /// <summary>Gets the function's linear weight over sqrt(3): 1, 3/4, 1/2, 1/4, 0 and 0 over sqrt(3) for the six classes in order.</summary>
    public override double ClosedFormAlignment => BooleanFunctions.LinearWeight(Function) / Math.Sqrt(Bits);

    /// <inheritdoc/>
    protected override void Check(SettingChecks checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        checks.Require(Enum.IsDefined(Function), nameof(Function), Function, $"must be one of {string.Join(", ", Enum.GetNames<BooleanFunction>())}.");
        BitInputs.Check(checks, Bits, Dimensions);
    }

    /// <inheritdoc/>
    protected override TaskLayout CreateLayout()
    {
        var conditions = new BinaryConditions(Bits);
        double[] means = BitInputs.Create(conditions, Dimensions, OpenTaskStream().Fork("directions"));
        return conditions.Layout([BooleanFunctions.Name(Function)], means, BooleanFunctions.Targets(Function));
    }
}
