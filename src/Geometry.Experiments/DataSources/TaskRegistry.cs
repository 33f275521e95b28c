using Geometry.Tasks;

namespace Geometry.Experiments;

/// <summary>The families of tasks that a pipeline file can name.</summary>
public static class TaskRegistry
{
    private static readonly Parameter<int> Conditions = Parameters.Integer("conditions", "The number of conditions, a power of two.", 4).Or(4, "4");
    private static readonly Parameter<InputEntries> Entries = Parameters.Choice<InputEntries>("entries", "The distribution of the inputs, before centring.")
        .Or(InputEntries.Gaussian, nameof(InputEntries.Gaussian));
    private static readonly Parameter<string> Target = Parameters.Text("target",
        "The target: the side of each condition, half of them 0 and half 1, such as 0110; a latent variable or the parity of several, such as Bit2 or Bit1^Bit3; "
            + "Parity, that of all; for 8 conditions also a name of the task BooleanFunction.").Or("", "Bit1, the first latent variable");
    private static readonly Parameter<int> TargetNumber = Parameters.Integer("targetNumber",
        "The number of the balanced dichotomy that is the target, instead of `target`, in the order in which scores list dichotomies.", 0).Or(0, "none");
    private static readonly Parameter<int> XorBits = Parameters.Integer("bits", "The number of bits; the conditions are their combinations.", 2).Or(2, "2");
    private static readonly Parameter<double> Separability = Parameters.Number("separability",
        "The size of the parity's features next to those of a bit: with 2 bits 0 for pure XOR, 1 for the geometry of unstructured inputs.", 0).Or(0.5, "0.5");
    private static readonly Parameter<int> WalshBits = Parameters.Integer("bits", "The number of bits; the conditions are their combinations.", 2).Or(3, "3");
    private static readonly Parameter<int> WalshTargets = Parameters.Integer("targets", "The number of targets: the single bits, then parities of pairs, and so on.", 1).Or(1, "1");
    private static readonly Parameter<double> WalshAlignment = Parameters.Number("alignment",
        "The centred alignment of inputs and targets, from 0 to 1.").Or(0, "that of unstructured inputs");
    private static readonly Parameter<double> WalshSpread = Parameters.Number("spread",
        "How unequal the weights of the Walsh functions in the input are: 0 for equal ones among targets and others, else Dirichlet with the parameter 1 / spread.", 0).Or(0, "0");
    private static readonly Parameter<int> KernelConditions = Parameters.Integer("conditions", "The number of conditions.", 4).Or(32, "32");
    private static readonly Parameter<int> KernelTargets = Parameters.Integer("targets", "The number of targets: random balanced dichotomies.", 1).Or(1, "1");
    private static readonly Parameter<int> Rank = Parameters.Integer("rank", "The rank of the kernels that are drawn and mixed.", 1).Or(0, "conditions - 1 - targets");
    private static readonly Parameter<double> KernelAlignment = Parameters.Number("alignment",
        "The centred alignment of inputs and targets, from 0 to 1.").Or(0, "that of the kernel that is drawn");
    private static readonly Parameter<double> KernelSpread = Parameters.Number("spread",
        "How unequal eigenvalues are: Dirichlet with the parameter 1 / spread, 0 for equal ones.", 0).Or(0.5, "0.5");
    private static readonly Parameter<int> ParityBits = Parameters.Integer("bits",
        "The number of bits; the conditions are their combinations. With as many dimensions the inputs are the raw bits, else they are embedded.", 2).Or(5, "5");
    private static readonly Parameter<int> Order = Parameters.Integer("order", "The number of bits whose parity is the target, such as 2 for XOR.", 1).Or(0, "all bits");
    private static readonly Parameter<BooleanFunction> Function = Parameters.Choice<BooleanFunction>("function", "The function.")
        .Or(BooleanFunction.Snake, nameof(BooleanFunction.Snake));

    /// <summary>Gets all families.</summary>
    public static IReadOnlyList<TaskDefinition> All { get; } =
        [Unstructured(), Xor(), Walsh(), Kernel(), Parity(), Boolean(), GratingsDefinition.Definition];

    private static TaskDefinition Unstructured() => new(
        "UnstructuredBinary", "Conditions at random places, and one balanced dichotomy of them as the target.",
        TaskFields.After(Conditions, Entries, Target, TargetNumber),
        (a, defaults) => new UnstructuredBinaryTask
        {
            Conditions = a.Get(Conditions), Entries = a.Get(Entries), Target = a.IsGiven(Target) ? a.Get(Target) : null, TargetNumber = a.Optional(TargetNumber),
            Dimensions = a.Get(TaskFields.Dimensions), Center = a.Get(TaskFields.Center), CommonMean = a.Get(TaskFields.CommonMean),
            Range = a.Get(TaskFields.Range), Scale = a.Get(TaskFields.Scale), Noise = defaults.Noise ?? a.Get(TaskFields.Noise),
            NoiseLaw = a.Get(TaskFields.NoiseLaw), NoiseDegreesOfFreedom = a.Get(TaskFields.DegreesOfFreedom),
            Seed = a.GetOr(TaskFields.Seed, defaults.Seed),
        });

    private static TaskDefinition Xor() => new(
        "SeparableXor", "The XOR of two bits, or the parity of more, and inputs that say it linearly as well, as loudly as is wanted.",
        TaskFields.After(XorBits, Separability),
        (a, defaults) => new SeparableXorTask
        {
            Bits = a.Get(XorBits), Separability = a.Get(Separability),
            Dimensions = a.Get(TaskFields.Dimensions), Center = a.Get(TaskFields.Center), CommonMean = a.Get(TaskFields.CommonMean),
            Range = a.Get(TaskFields.Range), Scale = a.Get(TaskFields.Scale), Noise = defaults.Noise ?? a.Get(TaskFields.Noise),
            NoiseLaw = a.Get(TaskFields.NoiseLaw), NoiseDegreesOfFreedom = a.Get(TaskFields.DegreesOfFreedom),
            Seed = a.GetOr(TaskFields.Seed, defaults.Seed),
        });

    private static TaskDefinition Walsh() => new(
        "Walsh", "Parities of bits as targets, and inputs of exactly the wanted alignment with them.",
        TaskFields.After(WalshBits, WalshTargets, WalshAlignment, WalshSpread),
        (a, defaults) => new WalshTask
        {
            Bits = a.Get(WalshBits), Targets = a.Get(WalshTargets), Alignment = a.Optional(WalshAlignment), Spread = a.Get(WalshSpread),
            Dimensions = a.Get(TaskFields.Dimensions), Center = a.Get(TaskFields.Center), CommonMean = a.Get(TaskFields.CommonMean),
            Range = a.Get(TaskFields.Range), Scale = a.Get(TaskFields.Scale), Noise = defaults.Noise ?? a.Get(TaskFields.Noise),
            NoiseLaw = a.Get(TaskFields.NoiseLaw), NoiseDegreesOfFreedom = a.Get(TaskFields.DegreesOfFreedom),
            Seed = a.GetOr(TaskFields.Seed, defaults.Seed),
        });

    private static TaskDefinition Kernel() => new(
        "Kernel", "Any number of conditions, random targets, and a random input kernel of exactly the wanted alignment with them.",
        TaskFields.After(KernelConditions, KernelTargets, Rank, KernelAlignment, KernelSpread),
        (a, defaults) => new KernelTask
        {
            Conditions = a.Get(KernelConditions), Targets = a.Get(KernelTargets), Rank = a.Optional(Rank), Alignment = a.Optional(KernelAlignment), Spread = a.Get(KernelSpread),
            Dimensions = a.Get(TaskFields.Dimensions), Center = a.Get(TaskFields.Center), CommonMean = a.Get(TaskFields.CommonMean),
            Range = a.Get(TaskFields.Range), Scale = a.Get(TaskFields.Scale), Noise = defaults.Noise ?? a.Get(TaskFields.Noise),
            NoiseLaw = a.Get(TaskFields.NoiseLaw), NoiseDegreesOfFreedom = a.Get(TaskFields.DegreesOfFreedom),
            Seed = a.GetOr(TaskFields.Seed, defaults.Seed),
        });

    private static TaskDefinition Parity() => new(
        "Parity", "Bits as inputs, and the parity of all or some of them as the target.",
        TaskFields.After(ParityBits, Order),
        (a, defaults) => new ParityTask
        {
            Bits = a.Get(ParityBits), Order = a.Optional(Order),
            Dimensions = a.Get(TaskFields.Dimensions), Center = a.Get(TaskFields.Center), CommonMean = a.Get(TaskFields.CommonMean),
            Range = a.Get(TaskFields.Range), Scale = a.Get(TaskFields.Scale), Noise = defaults.Noise ?? a.Get(TaskFields.Noise),
            NoiseLaw = a.Get(TaskFields.NoiseLaw), NoiseDegreesOfFreedom = a.Get(TaskFields.DegreesOfFreedom),
            Seed = a.GetOr(TaskFields.Seed, defaults.Seed),
        });

    private static TaskDefinition Boolean() => new(
        "BooleanFunction", "Three bits as inputs, and a balanced function of them as the target, one of the six classes of such functions.",
        TaskFields.After(Function),
        (a, defaults) => new BooleanFunctionTask
        {
            Function = a.Get(Function),
            Dimensions = a.Get(TaskFields.Dimensions), Center = a.Get(TaskFields.Center), CommonMean = a.Get(TaskFields.CommonMean),
            Range = a.Get(TaskFields.Range), Scale = a.Get(TaskFields.Scale), Noise = defaults.Noise ?? a.Get(TaskFields.Noise),
            NoiseLaw = a.Get(TaskFields.NoiseLaw), NoiseDegreesOfFreedom = a.Get(TaskFields.DegreesOfFreedom),
            Seed = a.GetOr(TaskFields.Seed, defaults.Seed),
        });
}
