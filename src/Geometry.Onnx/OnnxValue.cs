namespace Geometry.Onnx;

/// <summary>What an output of an ONNX file is made of the values of a layer.</summary>
public enum OnnxValue
{
    /// <summary>The values as they are: batch x units, or batch x maps x height x width; Single.</summary>
    AsIs,

    /// <summary>All values of a row one behind the other, map after map: batch x values; Single.</summary>
    Flattened,

    /// <summary>The mean of each map over space, batch x maps; a layer without maps as it is; Single.</summary>
    SpatialMean,

    /// <summary><c>1 / (1 + exp(-x))</c> of each value: the probability that a logit means; Single.</summary>
    Logistic,

    /// <summary>The softmax of the units: a probability for each class; batch x units, Single.</summary>
    Softmax,

    /// <summary>Whether each value is greater than 0; Boolean.</summary>
    IsPositive,

    /// <summary>The place of the greatest unit, counted from 1, the first of equal ones: what ML.NET's keys hold; batch x 1, UInt32.</summary>
    PlaceOfGreatest,
}
