namespace Geometry.Networks;

/// <summary>A layer of a convolutional network, by which its values can be had.</summary>
/// <param name="Name">Its name, such as <c>Conv1</c>.</param>
/// <param name="Dimensions">The dimensions of its values for one image: maps, height and width, or units.</param>
public sealed record ConvNetLayerShape(string Name, IReadOnlyList<int> Dimensions)
{
    /// <summary>Gets the number of values for one image.</summary>
    public int Size => Dimensions.Aggregate(1, (product, size) => checked(product * size));
}
