using Microsoft.ML.Transforms;

namespace Microsoft.ML.Trainers;

/// <summary>A weight for each feature and a bias.</summary>
public abstract class LinearModelParameters : ModelParametersBase<float>, IScalarScorer
{
    private readonly float[] _weights;

    private protected LinearModelParameters(float[] weights, float bias)
    {
        _weights = weights;
        Weights = Array.AsReadOnly(weights);
        Bias = bias;
    }

    public IReadOnlyList<float> Weights { get; }

    public float Bias { get; protected set; }

    float IScalarScorer.Score(in VBuffer<float> features) => Bias + LinearProducts.Dot(in features, _weights);

    private protected void SaveParameters(ModelSaveContext ctx, string signature)
    {
        ctx.SetSignature(signature);
        ctx.Writer.Write(Bias);
        ValueArray.Write(ctx.Writer, _weights);
    }

    private protected static (float[] Weights, float Bias) LoadParameters(ModelLoadContext ctx)
    {
        float bias = ctx.Reader.ReadSingle();
        return (ValueArray.Read<float>(ctx.Reader), bias);
    }
}
