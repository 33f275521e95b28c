namespace Microsoft.ML.Trainers;

/// <summary>A model that gives one number for a vector of features.</summary>
internal interface IScalarScorer
{
    float Score(in VBuffer<float> features);
}
