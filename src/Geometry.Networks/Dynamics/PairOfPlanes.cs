namespace Geometry.Networks;

/// <summary>The selectivity planes of both classes of the first output.</summary>
internal sealed record PairOfPlanes(SelectivityPlane Positive, SelectivityPlane Negative)
{
    /// <summary>Makes the planes, or null where a class has none.</summary>
    public static PairOfPlanes? Of(LearningPoints points) =>
        SelectivityPlane.TryCreate(points, true, out SelectivityPlane? positive, out _)
        && SelectivityPlane.TryCreate(points, false, out SelectivityPlane? negative, out _)
            ? new PairOfPlanes(positive, negative)
            : null;

    /// <summary>The changes of the coordinates of each neuron from the first to the last sample.</summary>
    public (double[] Inter, double[] Intra) Changes(WeightDynamicsResult result) => Collect(result.Neurons, k =>
    {
        (double interBefore, double intraBefore) = result.Coordinates(0, k, Positive, Negative);
        (double inter, double intra) = result.Coordinates(result.Last, k, Positive, Negative);
        return (inter - interBefore, intra - intraBefore);
    });

    /// <summary>The changes of the coordinates of each neuron of a network; the simplified result says which class it prefers.</summary>
    public (double[] Inter, double[] Intra) Changes(WeightDynamicsResult simplified, TrainedState now, TrainedState before) => Collect(now.Width, k =>
    {
        SelectivityPlane plane = simplified.PrefersPositive(k) ? Positive : Negative;
        int m = simplified.Points.Count;
        (double interBefore, double intraBefore) = plane.Project(before.Projections.AsSpan(k * m, m));
        (double inter, double intra) = plane.Project(now.Projections.AsSpan(k * m, m));
        return (inter - interBefore, intra - intraBefore);
    });

    private static (double[] Inter, double[] Intra) Collect(int count, Func<int, (double Inter, double Intra)> changeOf)
    {
        (double Inter, double Intra)[] changes = [.. Enumerable.Range(0, count).Select(changeOf)];
        return (Array.ConvertAll(changes, change => change.Inter), Array.ConvertAll(changes, change => change.Intra));
    }
}
