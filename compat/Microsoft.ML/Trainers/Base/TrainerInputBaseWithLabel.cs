namespace Microsoft.ML.Trainers;

/// <summary>Features and a label.</summary>
public abstract class TrainerInputBaseWithLabel : TrainerInputBase
{
    private protected TrainerInputBaseWithLabel()
    {
    }

    public string LabelColumnName = TrainerDefaults.LabelColumnName;
}
