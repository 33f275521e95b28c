namespace Geometry.Scores;

/// <summary>Transformations of a representation that leave a score unchanged.</summary>
[Flags]
public enum ScoreInvariances
{
    /// <summary>None of the listed ones.</summary>
    None = 0,

    /// <summary>Rotations and reflections of the units' axes.</summary>
    Rotation = 1,

    /// <summary>Multiplication of all responses by one positive number.</summary>
    Scale = 2,

    /// <summary>Addition of one vector to all responses.</summary>
    Shift = 4,

    /// <summary>Any invertible linear map of the units.</summary>
    InvertibleLinear = 8,
}
