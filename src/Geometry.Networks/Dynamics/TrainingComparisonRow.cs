namespace Geometry.Networks;

/// <summary>A trained network after some epochs, and the simplified dynamics from the same initial weights at the moment that is matched to it.</summary>
public sealed record TrainingComparisonRow
{
    /// <summary>Gets the epochs that the network has been trained for.</summary>
    public required int Epoch { get; init; }

    /// <summary>Gets what the moment of the simplified dynamics has in common with the network.</summary>
    public required TrainingMatch Match { get; init; }

    /// <summary>Gets the time of the simplified dynamics; null where they never get there, and then all that is simplified is null too.</summary>
    public double? Time { get; init; }

    /// <summary>Gets |W - W0| / |W0| of the network.</summary>
    public required double WeightGrowth { get; init; }

    /// <summary>Gets |W - W0| / |W0| of the simplified dynamics.</summary>
    public double? SimplifiedWeightGrowth { get; init; }

    /// <summary>Gets the loss of the network at the noise-free conditions.</summary>
    public required double Loss { get; init; }

    /// <summary>Gets the loss of the simplified dynamics at the noise-free conditions.</summary>
    public double? SimplifiedLoss { get; init; }

    /// <summary>Gets the centred alignment of the network's hidden layer with the targets; null where it does not vary.</summary>
    public double? TargetAlignment { get; init; }

    /// <summary>Gets that of the simplified dynamics.</summary>
    public double? SimplifiedTargetAlignment { get; init; }

    /// <summary>Gets the centred alignment of the network's hidden layer with the inputs; null where it does not vary.</summary>
    public double? InputAlignment { get; init; }

    /// <summary>Gets that of the simplified dynamics.</summary>
    public double? SimplifiedInputAlignment { get; init; }

    /// <summary>
    /// Gets the correlation, over neurons and both axes of their selectivity planes, of the changes of weights; null where they do not vary or the
    /// task has no such planes.
    /// </summary>
    public double? Correlation { get; init; }

    /// <summary>Gets the correlation along the inter-class axes alone.</summary>
    public double? InterCorrelation { get; init; }

    /// <summary>Gets the correlation along the intra-class axes alone.</summary>
    public double? IntraCorrelation { get; init; }
}
