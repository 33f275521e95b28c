namespace Geometry.Tasks;

/// <summary>A package of the operating system that brings a data set.</summary>
/// <param name="Install">The command that installs it.</param>
/// <param name="Directory">Where it puts the files.</param>
public sealed record DatasetPackage(string Install, string Directory);
