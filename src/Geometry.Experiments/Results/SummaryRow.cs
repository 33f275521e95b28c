namespace Geometry.Experiments;

/// <summary>A score of a layer over the networks of one setting and nonlinearity.</summary>
/// <param name="Setting">The values of the sweep's other variables; empty where there are none.</param>
/// <param name="Nonlinearity">The nonlinearity; empty where there is no network.</param>
/// <param name="Epoch">The number of passes over the rows, or null for the end of training and where nothing was trained.</param>
/// <param name="Layer">The column that was scored.</param>
/// <param name="Score">The score.</param>
/// <param name="Variant">Its variant.</param>
/// <param name="Target">What the layer was scored against.</param>
/// <param name="Mean">The mean over networks with a value, or null where none has one.</param>
/// <param name="StandardError">The standard deviation over networks (with n - 1) over the root of their number; null below two networks.</param>
/// <param name="Networks">How many networks have a value.</param>
/// <param name="Undefined">How many have none.</param>
/// <param name="Reason">Why: the first reason of those that have none; empty where all have a value.</param>
public sealed record SummaryRow(
    string Setting, string Nonlinearity, int? Epoch, string Layer, string Score, string Variant, string Target,
    double? Mean, double? StandardError, int Networks, int Undefined, string Reason)
{
    /// <summary>Gets the row, where there is only one, which has a null and an interval of its own; else null.</summary>
    public ResultRow? Single { get; init; }
}
