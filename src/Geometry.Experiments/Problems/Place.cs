namespace Geometry.Experiments;

/// <summary>A place in a pipeline file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters, from 1.</param>
/// <param name="Path">The JSON path, such as <c>$.pipeline[1].nonlinearity</c>.</param>
public readonly record struct Place(int Line, int Column, string Path);
