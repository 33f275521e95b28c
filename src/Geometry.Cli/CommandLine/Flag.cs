using System.CommandLine;

namespace Geometry.Cli;

/// <summary>Options that are there or not.</summary>
internal static class Flag
{
    /// <summary>Makes one. It takes no value, so that the word behind it is never taken for one.</summary>
    /// <param name="name">The name with its dashes.</param>
    /// <param name="description">What it does.</param>
    public static Option<bool> Of(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };
}
