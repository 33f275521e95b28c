namespace Geometry.Experiments;

/// <summary>One term of an effect: what a selection of rows says, one number a seed.</summary>
/// <param name="Weight">What it is multiplied by: 1 and -1 for a difference.</param>
/// <param name="Rows">The rows: for each column, or variable of the sweep, its value. <c>first</c> and <c>last</c> are understood for epoch and layer.</param>
/// <param name="Slope">The column or variable over which the slope of the values is taken; null where there is one row a seed.</param>
public sealed record ClaimTerm(double Weight, IReadOnlyDictionary<string, string> Rows, string? Slope);
