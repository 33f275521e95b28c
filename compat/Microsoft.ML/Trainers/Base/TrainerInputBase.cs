namespace Microsoft.ML.Trainers;

/// <summary>What every trainer is told: the features.</summary>
public abstract class TrainerInputBase
{
    private protected TrainerInputBase()
    {
    }

    public string FeatureColumnName = TrainerDefaults.FeatureColumnName;
}
