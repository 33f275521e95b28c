using System.ComponentModel;
using Microsoft.ML.Transforms;

namespace Geometry.MLNet.Persistence;

/// <summary>Makes the mapping from the outputs of a saved network to a binary label.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CustomMappingFactoryAttribute(Contract)]
public sealed class BinaryLabelFactory : CustomMappingFactory<RemainingValues, BinaryLabel>
{
    internal const string Contract = "Geometry.MLNet.BinaryLabel.v1";

    /// <summary>Gives the mapping.</summary>
    /// <returns>The mapping.</returns>
    public override Action<RemainingValues, BinaryLabel> GetMapping() => Read;

    internal static void Read(RemainingValues source, BinaryLabel label)
    {
        ReadOnlySpan<float> values = source.Values.GetValues();
        (label.Score, label.Probability, label.PredictedLabel) = (values[0], values[1], values[0] > 0);
    }
}
