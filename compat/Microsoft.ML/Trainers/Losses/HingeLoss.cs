namespace Microsoft.ML.Trainers;

/// <summary>max(0, margin - y f).</summary>
public sealed class HingeLoss(float margin = 1) : ISupportSdcaClassificationLoss
{
    public double Loss(float output, float label) => Math.Max(0, margin - Side(label) * output);

    public float Derivative(float output, float label) => Side(label) * output < margin ? -Side(label) : 0;

    public float ComputeDualUpdateInvariant(float scaledFeaturesNormSquared) => 1 / scaledFeaturesNormSquared;

    /// <summary>The change of <paramref name="alpha"/> that maximises the dual: y alpha stays within [0, 1].</summary>
    public float DualUpdate(float output, float label, float alpha, float invariant, int maxNumThreads)
    {
        float side = Side(label);
        float wanted = side * alpha + (margin - side * output) * invariant / maxNumThreads;
        return side * Math.Clamp(wanted, 0, 1) - alpha;
    }

    public double DualLoss(float label, float dual)
    {
        float share = Side(label) * dual;
        return share is >= 0 and <= 1 ? -share * margin : double.PositiveInfinity;
    }

    private static float Side(float label) => label > 0 ? 1 : -1;
}
