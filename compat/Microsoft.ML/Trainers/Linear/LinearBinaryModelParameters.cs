using Microsoft.ML.Trainers;

[assembly: LoadableComponent(LinearBinaryModelParameters.Signature, typeof(LinearBinaryModelParameters))]

namespace Microsoft.ML.Trainers;

/// <summary>A linear model whose sign decides between two classes.</summary>
public sealed class LinearBinaryModelParameters : LinearModelParameters
{
    internal const string Signature = "LinearBinary";

    internal LinearBinaryModelParameters(float[] weights, float bias)
        : base(weights, bias)
    {
    }

    private protected override void SaveModel(ModelSaveContext ctx) => SaveParameters(ctx, Signature);

    private static LinearBinaryModelParameters Load(IHostEnvironment env, ModelLoadContext ctx)
    {
        var (weights, bias) = LoadParameters(ctx);
        return new LinearBinaryModelParameters(weights, bias);
    }
}
