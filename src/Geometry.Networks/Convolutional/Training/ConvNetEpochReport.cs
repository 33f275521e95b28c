namespace Geometry.Networks;

/// <summary>What one pass over the training images gave.</summary>
/// <param name="Epoch">The number of the epoch, from 1 on.</param>
/// <param name="Loss">The mean loss over the training rows, measured while training, before each step.</param>
/// <param name="Accuracy">The fraction of binary targets or classes that the outputs gave meanwhile, from 0 to 1; null for real targets.</param>
/// <param name="ValidationLoss">The mean loss over the validation rows after the epoch; null where there are none.</param>
/// <param name="ValidationAccuracy">Their accuracy; null where there are none, and for real targets.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step.</param>
public sealed record ConvNetEpochReport(
    int Epoch, double Loss, double? Accuracy, double? ValidationLoss, double? ValidationAccuracy, double LearningRate);
