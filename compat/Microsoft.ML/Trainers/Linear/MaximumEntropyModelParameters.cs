using System.Numerics.Tensors;
using Microsoft.ML.Trainers;

[assembly: LoadableComponent(MaximumEntropyModelParameters.Signature, typeof(MaximumEntropyModelParameters))]

namespace Microsoft.ML.Trainers;

/// <summary>A softmax over linear scores: the scores are the classes' probabilities.</summary>
public sealed class MaximumEntropyModelParameters : LinearMulticlassModelParametersBase
{
    internal const string Signature = "MaximumEntropy";

    internal MaximumEntropyModelParameters(float[][] weights, float[] biases)
        : base(weights, biases)
    {
    }

    private protected override void Normalize(Span<float> scores) => TensorPrimitives.SoftMax<float>(scores, scores);

    private protected override void SaveModel(ModelSaveContext ctx) => SaveParameters(ctx, Signature);

    private static MaximumEntropyModelParameters Load(IHostEnvironment env, ModelLoadContext ctx)
    {
        var (weights, biases) = LoadParameters(ctx);
        return new MaximumEntropyModelParameters(weights, biases);
    }
}
