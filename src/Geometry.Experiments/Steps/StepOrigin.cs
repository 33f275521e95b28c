namespace Geometry.Experiments;

/// <summary>Who makes the estimator of a step.</summary>
public enum StepOrigin
{
    /// <summary>ML.NET itself; the parameters have the names and defaults of its catalogs.</summary>
    MLNet,

    /// <summary>This library.</summary>
    Geometry,
}
