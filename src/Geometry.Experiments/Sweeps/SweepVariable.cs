namespace Geometry.Experiments;

/// <summary>One variable of a sweep.</summary>
/// <param name="Name">The name, without the dollar sign.</param>
/// <param name="Place">Where the file names it.</param>
/// <param name="Values">Its values in their order, at least one.</param>
/// <param name="IsReplicate">Whether it is a range of seeds, or named "seed", over which a summary takes means.</param>
internal sealed record SweepVariable(string Name, Place Place, IReadOnlyList<JsonValue> Values, bool IsReplicate);
