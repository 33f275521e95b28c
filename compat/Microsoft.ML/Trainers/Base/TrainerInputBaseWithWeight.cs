namespace Microsoft.ML.Trainers;

/// <summary>Features, a label and a weight of each row.</summary>
public abstract class TrainerInputBaseWithWeight : TrainerInputBaseWithLabel
{
    private protected TrainerInputBaseWithWeight()
    {
    }

    public string ExampleWeightColumnName;
}
