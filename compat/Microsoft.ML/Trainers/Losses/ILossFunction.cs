namespace Microsoft.ML.Trainers;

/// <summary>The cost of an output where a label was wanted.</summary>
public interface ILossFunction<in TOutput, in TLabel>
{
    double Loss(TOutput output, TLabel label);
}
