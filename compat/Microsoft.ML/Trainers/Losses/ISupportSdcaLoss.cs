namespace Microsoft.ML.Trainers;

/// <summary>A loss whose convex conjugate is known, so that its dual can be maximised one coordinate at a time.</summary>
public interface ISupportSdcaLoss : IScalarLoss
{
    float ComputeDualUpdateInvariant(float scaledFeaturesNormSquared);

    float DualUpdate(float output, float label, float dual, float invariant, int maxNumThreads);

    double DualLoss(float label, float dual);
}
