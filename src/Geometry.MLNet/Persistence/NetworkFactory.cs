using System.ComponentModel;
using Microsoft.ML.Transforms;

namespace Geometry.MLNet.Persistence;

/// <summary>Makes the mapping that runs a saved network on one row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CustomMappingFactoryAttribute(Contract)]
public sealed class NetworkFactory : CustomMappingFactory<NetworkInput, NetworkOutput>
{
    internal const string Contract = "Geometry.MLNet.Network.v1";

    /// <summary>Gives the mapping.</summary>
    /// <returns>The mapping.</returns>
    public override Action<NetworkInput, NetworkOutput> GetMapping() => new SavedNetworkRunner().Run;
}
