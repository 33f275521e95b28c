namespace Geometry.Experiments;

/// <summary>What an experiment says about a claim.</summary>
public enum Verdict
{
    /// <summary>The effect is there: its interval is on the side that the claim says, and the effect is not too small to matter.</summary>
    Holds,

    /// <summary>The opposite effect is there, by the same rule.</summary>
    Reversed,

    /// <summary>Neither: the interval reaches to the other side, or the effect is too small to matter.</summary>
    Undecided,

    /// <summary>No experiment was made; the reason says why.</summary>
    NotRun,
}
