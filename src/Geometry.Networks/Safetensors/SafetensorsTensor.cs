namespace Geometry.Networks;

/// <summary>A tensor of a safetensors file.</summary>
/// <param name="Name">Its name, such as <c>Hidden1.weight</c>.</param>
/// <param name="Type">The type of its numbers.</param>
/// <param name="Shape">Its dimensions, outermost first; none for a single number.</param>
public sealed record SafetensorsTensor(string Name, SafetensorsType Type, IReadOnlyList<long> Shape)
{
    /// <summary>Gets the number of numbers.</summary>
    public long Count => Shape.Aggregate(1L, (product, size) => checked(product * size));

    /// <summary>Gets the number of bytes.</summary>
    public long Size => checked(Count * SafetensorsTypes.SizeOf(Type));

    /// <summary>Gets where its bytes start among those of all tensors.</summary>
    internal long Start { get; init; }

    /// <summary>The type and the shape, for messages, such as <c>F32 [3, 2]</c>.</summary>
    internal string Form => $"{SafetensorsTypes.NameOf(Type)} [{string.Join(", ", Shape)}]";
}
