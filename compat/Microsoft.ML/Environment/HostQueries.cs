namespace Microsoft.ML.Runtime;

/// <summary>What a stock component asks of the environment beyond the public interface; an outside environment has the defaults.</summary>
internal static class HostQueries
{
    public static int? SeedOf(this IHostEnvironment env) => Root(env)?.Seed;

    private static HostEnvironment Root(IHostEnvironment env) => env switch
    {
        Host host => host.Environment,
        MLContext context => context.Root,
        _ => null,
    };
}
