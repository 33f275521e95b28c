namespace Geometry.Networks;

/// <summary>A submodule whose nonlinearity was replaced.</summary>
/// <param name="Submodule">Its name, as <c>named_modules()</c> lists it.</param>
/// <param name="Function">What it computed before: the name of its type, such as <c>ReLU</c>.</param>
public sealed record ReplacedNonlinearity(string Submodule, string Function);
