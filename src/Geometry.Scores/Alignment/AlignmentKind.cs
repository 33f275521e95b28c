namespace Geometry.Scores;

/// <summary>The estimator of the alignment of two kernels.</summary>
public enum AlignmentKind
{
    /// <summary>Cosine of the centred kernels: linear CKA (Cortes, Mohri, Rostamizadeh 2012; Kornblith et al. 2019). In [0, 1].</summary>
    Centred,

    /// <summary>Cosine of the kernels without centring: kernel-target alignment (Cristianini et al. 2001). In [0, 1].</summary>
    Uncentred,

    /// <summary>Ratio of unbiased estimates of the Hilbert-Schmidt independence criterion (Song et al. 2012). In [-1, 1]; near 0
    /// for unrelated rows, however few they are for the width.</summary>
    Debiased,

    /// <summary>
    /// The debiased ratio with each estimate summed over batches of rows (Nguyen, Raghu, Kornblith 2021), so that no kernel is larger than a
    /// batch. In [-1, 1].
    /// </summary>
    Minibatch,
}
