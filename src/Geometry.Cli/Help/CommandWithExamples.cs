using System.CommandLine;

namespace Geometry.Cli;

/// <summary>A command whose help ends in examples.</summary>
/// <param name="name">The name.</param>
/// <param name="description">What it does.</param>
/// <param name="examples">The examples: one or two that are commonly wanted.</param>
internal sealed class CommandWithExamples(string name, string description, params IReadOnlyList<Example> examples) : Command(name, description)
{
    /// <summary>Gets the examples.</summary>
    public IReadOnlyList<Example> Examples { get; } = examples;
}
