namespace Microsoft.ML.Trainers;

/// <summary>exp(-beta y f).</summary>
public sealed class ExpLoss(float beta = 1) : IClassificationLoss
{
    public double Loss(float output, float label) => Math.Exp(-beta * Side(label) * output);

    public float Derivative(float output, float label) => -beta * Side(label) * (float)Math.Exp(-beta * Side(label) * output);

    private static float Side(float label) => label > 0 ? 1 : -1;
}
