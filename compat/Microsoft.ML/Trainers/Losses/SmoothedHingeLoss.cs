namespace Microsoft.ML.Trainers;

/// <summary>The hinge loss with its corner replaced by a parabola of width <c>smoothingConstant</c>.</summary>
public sealed class SmoothedHingeLoss(float smoothingConstant = 1) : ISupportSdcaClassificationLoss
{
    public double Loss(float output, float label)
    {
        float gap = 1 - Side(label) * output;
        return gap <= 0 ? 0 : gap >= smoothingConstant ? gap - smoothingConstant / 2 : gap * gap / (2 * smoothingConstant);
    }

    public float Derivative(float output, float label)
    {
        float side = Side(label);
        float gap = 1 - side * output;
        return gap <= 0 ? 0 : gap >= smoothingConstant ? -side : -side * gap / smoothingConstant;
    }

    public float ComputeDualUpdateInvariant(float scaledFeaturesNormSquared) => 1 / (scaledFeaturesNormSquared + smoothingConstant);

    public float DualUpdate(float output, float label, float alpha, float invariant, int maxNumThreads)
    {
        float side = Side(label);
        float wanted = side * alpha + (1 - side * output - smoothingConstant * side * alpha) * invariant / maxNumThreads;
        return side * Math.Clamp(wanted, 0, 1) - alpha;
    }

    public double DualLoss(float label, float dual)
    {
        float share = Side(label) * dual;
        return share is >= 0 and <= 1 ? -share + smoothingConstant * share * share / 2 : double.PositiveInfinity;
    }

    private static float Side(float label) => label > 0 ? 1 : -1;
}
