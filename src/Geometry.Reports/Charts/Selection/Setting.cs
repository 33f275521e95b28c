namespace Geometry.Reports;

/// <summary>A combination of the values of variables, seeds and the nonlinearity apart.</summary>
/// <param name="Index">The position among the settings, from 0.</param>
/// <param name="Label">The words; empty where there is only one setting.</param>
/// <param name="Values">The value of each variable that varies.</param>
internal sealed record Setting(int Index, string Label, IReadOnlyDictionary<string, string> Values);
