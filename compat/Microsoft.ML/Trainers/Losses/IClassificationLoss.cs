namespace Microsoft.ML.Trainers;

/// <summary>A loss for two classes: a label above zero is the positive one.</summary>
public interface IClassificationLoss : IScalarLoss
{
}
