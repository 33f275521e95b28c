namespace Geometry.Experiments;

/// <summary>How tables name a network.</summary>
/// <param name="Nonlinearity">The name of its nonlinearity.</param>
/// <param name="NonlinearityPlace">Where the file names it; in the sweep where a variable does.</param>
/// <param name="Seed">The seed of its initial weights.</param>
internal sealed record NetworkLabel(string Nonlinearity, Place NonlinearityPlace, long Seed);
