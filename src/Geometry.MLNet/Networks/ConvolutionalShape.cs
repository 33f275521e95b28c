using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>The shape of the images in a column.</summary>
internal static class ConvolutionalShape
{
    private const int MostColours = 4;

    /// <summary>The channels, height and width: the options' where they have them, else those that the column's type tells.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column is absent or of another type.</exception>
    /// <exception cref="ArgumentException">The type tells no shape, or one that is not channel after channel, or the options' shape does not hold the column.</exception>
    public static IReadOnlyList<int> Of(DataViewSchema schema, string name, ConvNetOptions options, string parameter)
    {
        int width = FloatColumn.Width(schema, "feature", name, parameter);
        if (options.ImageShape is { } given)
        {
            return new ConvNetLayerShape(name, given).Size == width ? given : throw new ArgumentException(
                $"ConvNetOptions.ImageShape [{string.Join(", ", given)}] does not hold the {width} numbers of feature column '{name}'. "
                + "Set it to the channels, height and width of the images.", parameter);
        }

        int[] dimensions = schema[name].Type is VectorDataViewType vector ? [.. vector.Dimensions] : [];
        if (dimensions is [> MostColours, _, <= MostColours])
        {
            throw new ArgumentException(
                $"Feature column '{name}' has the dimensions {string.Join(" x ", dimensions)}, which look like pixels with their colours side by side. Extract them channel after "
                + "channel (ExtractPixels with interleavePixelColors: false), or set ConvNetOptions.ImageShape where the first is the number of channels.", parameter);
        }

        return dimensions switch
        {
            [_, _, _] => dimensions,
            [var height, var columns] => [1, height, columns],
            _ => throw new ArgumentException(
                $"Feature column '{name}' is a vector of {width} numbers, whose type does not tell the shape of the images. Set ConvNetOptions.ImageShape "
                + "to their channels, height and width, such as [1, 28, 28].", parameter),
        };
    }
}
