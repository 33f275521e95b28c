using System.ComponentModel;
using Microsoft.ML.Transforms;

namespace Geometry.MLNet.Persistence;

/// <summary>Makes the mapping from the output of a saved network to the number that a saved network predicts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CustomMappingFactoryAttribute(Contract)]
public sealed class RealLabelFactory : CustomMappingFactory<RemainingValues, RealLabel>
{
    internal const string Contract = "Geometry.MLNet.RealLabel.v1";

    /// <summary>Gives the mapping.</summary>
    /// <returns>The mapping.</returns>
    public override Action<RemainingValues, RealLabel> GetMapping() => Read;

    internal static void Read(RemainingValues source, RealLabel label) => label.Score = source.Values.GetItemOrDefault(0);
}
