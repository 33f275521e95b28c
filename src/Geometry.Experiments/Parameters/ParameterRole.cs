namespace Geometry.Experiments;

/// <summary>What the value of a parameter means to the columns of the data.</summary>
public enum ParameterRole
{
    /// <summary>Nothing: a plain setting.</summary>
    Setting,

    /// <summary>It names one or more columns that must exist.</summary>
    InputColumn,

    /// <summary>It names a column that the step makes.</summary>
    OutputColumn,
}
