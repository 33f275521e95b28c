namespace Geometry.Scores;

/// <summary>What is counted when decoders are tested.</summary>
[Flags]
public enum DecodingMeasures
{
    /// <summary>The fraction of test rows on the right side of the decoder.</summary>
    Accuracy = 1,

    /// <summary>The mean over both sides of the fraction of the side's test rows that are on the right side of the decoder.</summary>
    BalancedAccuracy = 2,

    /// <summary>Accuracy and balanced accuracy, an entry each.</summary>
    Both = Accuracy | BalancedAccuracy,

    /// <summary>
    /// The area under the receiver operating characteristic: of all pairs of a positive and a negative test row of the same fold, the
    /// fraction in which the positive one has the larger decision value; equal values count one half.
    /// </summary>
    Auc = 4,

    /// <summary>All measures, an entry each.</summary>
    All = Both | Auc,
}
