using System.ComponentModel;
using Microsoft.ML.Transforms;

namespace Geometry.MLNet.Persistence;

/// <summary>Makes the mapping from the output of a saved network to the sign that a saved network predicts for a binary label, by the squared error.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CustomMappingFactoryAttribute(Contract)]
public sealed class SignLabelFactory : CustomMappingFactory<RemainingValues, SignLabel>
{
    internal const string Contract = "Geometry.MLNet.SignLabel.v1";

    /// <summary>Gives the mapping.</summary>
    /// <returns>The mapping.</returns>
    public override Action<RemainingValues, SignLabel> GetMapping() => Read;

    internal static void Read(RemainingValues source, SignLabel label) => (label.Score, label.PredictedLabel) = (source.Values.GetItemOrDefault(0), source.Values.GetItemOrDefault(0) > 0);
}
