namespace Microsoft.ML.Trainers;

/// <summary>Column names that trainers read and write unless told otherwise.</summary>
internal static class TrainerDefaults
{
    public const string FeatureColumnName = "Features";
    public const string LabelColumnName = "Label";
    public const string Score = "Score";
    public const string Probability = "Probability";
    public const string PredictedLabel = "PredictedLabel";
}
