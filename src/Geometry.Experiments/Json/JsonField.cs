namespace Geometry.Experiments;

/// <summary>One field of an object, with the place of its name.</summary>
/// <param name="Name">The name, escapes resolved.</param>
/// <param name="Place">Where the name stands; the path is the path of the value.</param>
/// <param name="Value">The value.</param>
internal sealed record JsonField(string Name, Place Place, JsonValue Value);
