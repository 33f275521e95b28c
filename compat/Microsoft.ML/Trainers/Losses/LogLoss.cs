namespace Microsoft.ML.Trainers;

/// <summary>log(1 + exp(-y f)).</summary>
public sealed class LogLoss : ISupportSdcaClassificationLoss
{
    public double Loss(float output, float label)
    {
        double margin = label > 0 ? output : -output;
        return Math.Max(-margin, 0) + Math.Log(1 + Math.Exp(-Math.Abs(margin)));
    }

    public float Derivative(float output, float label)
    {
        double side = label > 0 ? 1 : -1;
        return (float)(-side / (1 + Math.Exp(side * output)));
    }

    public float ComputeDualUpdateInvariant(float scaledFeaturesNormSquared) => 1 / Math.Max(1, 0.25f + scaledFeaturesNormSquared);

    /// <summary>A damped Newton step, which needs no inner loop and always raises the dual.</summary>
    public float DualUpdate(float output, float label, float dual, float invariant, int maxNumThreads)
    {
        double side = label > 0 ? 1 : -1;
        double target = side / (1 + Math.Exp(side * output));
        return (float)((target - dual) * invariant / maxNumThreads);
    }

    public double DualLoss(float label, float dual)
    {
        double share = label > 0 ? dual : -dual;
        return share is < 0 or > 1 ? double.PositiveInfinity : Entropy(share) + Entropy(1 - share);
    }

    private static double Entropy(double p) => p <= 0 ? 0 : p * Math.Log(p);
}
