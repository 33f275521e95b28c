namespace Geometry.Tasks;

public abstract partial class GeometryTask
{
    private void CheckCommon(SettingChecks checks)
    {
        checks.Require(Dimensions is >= 1 and <= MaxDimensions, nameof(Dimensions), Dimensions, "must be from 1 to 100000.");
        checks.Require(CommonMean is >= 0 and <= 1000, nameof(CommonMean), CommonMean, "must be from 0 to 1000.");
        checks.Require(Enum.IsDefined(Range), nameof(Range), Range, $"must be one of {string.Join(", ", Enum.GetNames<InputRange>())}.");
        checks.Require(Scale is >= 1e-6 and <= 1e6, nameof(Scale), Scale, "must be from 0.000001 to 1000000.");
        checks.Require(Noise >= 0 && double.IsFinite(Noise), nameof(Noise), Noise, "must be a finite number of at least 0.");
        checks.Require(Enum.IsDefined(NoiseLaw), nameof(NoiseLaw), NoiseLaw, $"must be one of {string.Join(", ", Enum.GetNames<NoiseLaw>())}.");
        checks.Require(NoiseDegreesOfFreedom > 2 && double.IsFinite(NoiseDegreesOfFreedom), nameof(NoiseDegreesOfFreedom), NoiseDegreesOfFreedom,
            "must be a finite number above 2, because Student's t has no standard deviation otherwise; use Gaussian noise for infinitely many.");
    }

    // Equal inputs are next to each other once the conditions are in the order of their inputs.
    private void CheckDistinct(TaskLayout layout, SettingChecks checks)
    {
        int[] order = [.. Enumerable.Range(0, layout.ConditionNames.Count)];
        ReadOnlySpan<double> Mean(int condition) => layout.Means.Span.Slice(condition * Dimensions, Dimensions);
        ReadOnlySpan<float> Targets(int condition) => layout.Targets.Span.Slice(condition * layout.TargetNames.Count, layout.TargetNames.Count);
        Array.Sort(order, (first, second) => Mean(first).SequenceCompareTo(Mean(second)));
        foreach ((int first, int second) in order.Zip(order.Skip(1)))
        {
            if (Mean(first).SequenceEqual(Mean(second)) && !Targets(first).SequenceEqual(Targets(second)))
            {
                checks.Require(false, nameof(Dimensions), Dimensions, $"the conditions {layout.ConditionNames[first]} and {layout.ConditionNames[second]} "
                    + "have the same input but different targets, so nothing could tell them apart; use more dimensions or another seed.");
                return;
            }
        }
    }
}
