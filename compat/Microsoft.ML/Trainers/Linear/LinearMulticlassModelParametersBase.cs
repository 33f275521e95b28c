using Microsoft.ML.Transforms;

namespace Microsoft.ML.Trainers;

/// <summary>Weights and a bias for each class.</summary>
public abstract class LinearMulticlassModelParametersBase : ModelParametersBase<VBuffer<float>>, IVectorScorer
{
    private readonly float[][] _weights;
    private readonly float[] _biases;

    private protected LinearMulticlassModelParametersBase(float[][] weights, float[] biases)
    {
        _weights = weights;
        _biases = biases;
    }

    int IVectorScorer.ClassCount => _biases.Length;

    /// <summary>Copies of the weights of each class.</summary>
    public void GetWeights(ref VBuffer<float>[] weights, out int numClasses)
    {
        numClasses = _biases.Length;
        if (weights is null || weights.Length < numClasses) weights = new VBuffer<float>[numClasses];
        for (int c = 0; c < numClasses; c++) VBuffer<float>.Copy(_weights[c], 0, ref weights[c], _weights[c].Length);
    }

    public IEnumerable<float> GetBiases() => _biases.AsEnumerable();

    void IVectorScorer.Score(in VBuffer<float> features, ref VBuffer<float> scores)
    {
        var editor = VBufferEditor.Create(ref scores, _biases.Length);
        for (int c = 0; c < _biases.Length; c++) editor.Values[c] = _biases[c] + LinearProducts.Dot(in features, _weights[c]);
        Normalize(editor.Values);
        scores = editor.Commit();
    }

    private protected abstract void Normalize(Span<float> scores);

    private protected void SaveParameters(ModelSaveContext ctx, string signature)
    {
        ctx.SetSignature(signature);
        ValueArray.Write(ctx.Writer, _biases);
        foreach (float[] weights in _weights) ValueArray.Write(ctx.Writer, weights);
    }

    private protected static (float[][] Weights, float[] Biases) LoadParameters(ModelLoadContext ctx)
    {
        float[] biases = ValueArray.Read<float>(ctx.Reader);
        return ([.. biases.Select(_ => ValueArray.Read<float>(ctx.Reader))], biases);
    }
}
