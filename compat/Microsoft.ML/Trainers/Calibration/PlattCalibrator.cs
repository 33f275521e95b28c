using Microsoft.ML.Calibrators;

[assembly: LoadableComponent(PlattCalibrator.Signature, typeof(PlattCalibrator))]

namespace Microsoft.ML.Calibrators;

/// <summary>1 / (1 + exp(slope score + offset)).</summary>
public sealed class PlattCalibrator : ICalibrator, ICanSaveModel
{
    internal const string Signature = "Platt";

    internal PlattCalibrator(double slope, double offset)
    {
        Slope = slope;
        Offset = offset;
    }

    public double Slope { get; }

    public double Offset { get; }

    public float PredictProbability(float output) =>
        float.IsNaN(output) ? output : (float)(1 / (1 + Math.Exp(Slope * output + Offset)));

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        Check.Value(ctx, nameof(ctx));
        ctx.SetSignature(Signature);
        ctx.Writer.Write(Slope);
        ctx.Writer.Write(Offset);
    }

    private static PlattCalibrator Load(IHostEnvironment env, ModelLoadContext ctx)
    {
        double slope = ctx.Reader.ReadDouble();
        return new PlattCalibrator(slope, ctx.Reader.ReadDouble());
    }
}
