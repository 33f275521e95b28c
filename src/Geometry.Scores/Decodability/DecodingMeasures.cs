namespace Geometry.Scores;

/// <summary>What is counted when decoders are tested.</summary>
[Flags]
public enum DecodingMeasures
{
    /// <summary>The fraction of test rows on the right side of the decoder.</summary>
    Accuracy = 1,

    /// <summary>The mean over both sides of the fraction of the side's test rows that are on the right side of the decoder.</summary>
    BalancedAccuracy = 2,

    /// <summary>Both measures, an entry each.</summary>
    Both = Accuracy | BalancedAccuracy,
}
