using Microsoft.ML.Runtime;

namespace Geometry.MLNet;

/// <summary>The seed of a training whose options name none: as with ML.NET's own trainers, the context's seed decides.</summary>
internal static class ContextSeed
{
    /// <summary>Draws a seed, and tells the log which.</summary>
    public static int Draw(IHost host, IChannel channel)
    {
        int seed = host.Rand.Next();
        channel.Info(MessageSensitivity.None, "seed {0}, drawn from the context", seed);
        return seed;
    }
}
