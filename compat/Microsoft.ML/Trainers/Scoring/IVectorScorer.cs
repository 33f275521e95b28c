namespace Microsoft.ML.Trainers;

/// <summary>A model that gives a number for each class.</summary>
internal interface IVectorScorer
{
    int ClassCount { get; }

    void Score(in VBuffer<float> features, ref VBuffer<float> scores);
}
