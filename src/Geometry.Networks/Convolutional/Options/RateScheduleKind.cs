namespace Geometry.Networks;

/// <summary>How the learning rate changes over training.</summary>
public enum RateScheduleKind
{
    /// <summary>It stays as it is.</summary>
    Constant,

    /// <summary>It is multiplied by a factor after every so many epochs.</summary>
    Step,

    /// <summary>It falls along half a cosine, from its full value to a final one at the end of the last epoch.</summary>
    Cosine,
}
