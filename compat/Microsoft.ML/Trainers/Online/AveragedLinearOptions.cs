namespace Microsoft.ML.Trainers;

/// <summary>Options of online trainers that may return the mean of the models they went through.</summary>
public abstract class AveragedLinearOptions : OnlineLinearOptions
{
    public float LearningRate = 1;

    public bool DecreaseLearningRate;

    public float L2Regularization;

    public bool Averaged = true;
}
