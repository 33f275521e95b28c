namespace Geometry.MLNet;

/// <summary>A column to make from a module: which submodule's output it holds.</summary>
/// <param name="OutputColumnName">The name of the column.</param>
/// <param name="SubmoduleName">
/// The name of the submodule, as <c>named_modules()</c> lists it, for example <c>features.3</c>; null for the output of the module itself.
/// Its output must be one tensor, rows first. Outputs of more than two dimensions become vectors with those dimensions.
/// </param>
public sealed record ModuleOutput(string OutputColumnName, string? SubmoduleName = null);
