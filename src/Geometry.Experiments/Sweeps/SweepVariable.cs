namespace Geometry.Experiments;

/// <summary>One variable of a sweep.</summary>
/// <param name="Name">The name, without the dollar sign.</param>
/// <param name="Values">Its values in their order, at least one.</param>
/// <param name="IsReplicate">Whether it is a range of seeds, or named "seed", over which a summary takes means.</param>
internal sealed record SweepVariable(string Name, IReadOnlyList<JsonValue> Values, bool IsReplicate);
