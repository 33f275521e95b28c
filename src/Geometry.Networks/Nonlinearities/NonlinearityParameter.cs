namespace Geometry.Networks;

/// <summary>A parameter of a <see cref="NonlinearityFamily"/>.</summary>
/// <param name="Name">Its name in messages and formulas.</param>
/// <param name="Default">Its value when the text gives none.</param>
/// <param name="Above">The value must be greater than this.</param>
internal sealed record NonlinearityParameter(string Name, double Default, double Above = double.NegativeInfinity);
