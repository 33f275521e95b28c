using System.ComponentModel;
using Microsoft.ML.Transforms;

namespace Geometry.MLNet.Persistence;

/// <summary>Makes the mapping that adds the key of a saved network.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CustomMappingFactoryAttribute(Contract)]
public sealed class NetworkKeyFactory : CustomMappingFactory<NoColumns, NetworkKey>
{
    internal const string Contract = "Geometry.MLNet.Key.v1";

    /// <summary>Gives the mapping.</summary>
    /// <returns>The mapping.</returns>
    public override Action<NoColumns, NetworkKey> GetMapping() => AddKey;

    internal static void AddKey(NoColumns source, NetworkKey key) => key.Key = true;
}
