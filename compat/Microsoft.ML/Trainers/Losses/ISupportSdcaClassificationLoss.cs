namespace Microsoft.ML.Trainers;

/// <summary>A loss for two classes with a known dual.</summary>
public interface ISupportSdcaClassificationLoss : ISupportSdcaLoss, IClassificationLoss
{
}
