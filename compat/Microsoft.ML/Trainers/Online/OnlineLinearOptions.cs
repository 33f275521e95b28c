namespace Microsoft.ML.Trainers;

/// <summary>Options of trainers that update a linear model after each row or small batch.</summary>
public abstract class OnlineLinearOptions : TrainerInputBaseWithLabel
{
    public int NumberOfIterations = 1;

    public float InitialWeightsDiameter;

    public bool Shuffle = true;
}
