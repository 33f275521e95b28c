namespace Geometry.Experiments;

/// <summary>One Boolean target made of the classes of images.</summary>
/// <param name="Name">The column.</param>
/// <param name="Place">Where the file names it.</param>
/// <param name="Classes">The classes for which it is true, each with its place.</param>
internal sealed record TargetClasses(string Name, Place Place, IReadOnlyList<(string Name, Place Place)> Classes);
