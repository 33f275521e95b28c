using System.Globalization;

namespace Geometry.Networks;

/// <summary>A part of a convolutional network.</summary>
public sealed record ConvNetPart
{
    private const int MaxSize = 65_536, MaxKernel = 31, MaxStride = 8;

    private ConvNetPart(ConvNetPartKind kind, int size = 0, int kernel = 0, int stride = 1) => (Kind, Size, Kernel, Stride) = (kind, size, kernel, stride);

    /// <summary>Gets what the part does.</summary>
    public ConvNetPartKind Kind { get; }

    /// <summary>Gets the number of maps, or of units of a dense layer; 0 for a part that keeps it.</summary>
    public int Size { get; }

    /// <summary>Gets the height and width of the convolutions' kernel, in pixels; 0 for a part without.</summary>
    public int Kernel { get; }

    /// <summary>Gets the pixels between two places of the (first) kernel.</summary>
    public int Stride { get; }

    /// <summary>Gets the part as a text, such as <c>conv(16,5)</c>.</summary>
    public string Text => Kind switch
    {
        ConvNetPartKind.Convolution when Stride > 1 => Format($"conv({Size},{Kernel},{Stride})"),
        ConvNetPartKind.Convolution => Format($"conv({Size},{Kernel})"),
        ConvNetPartKind.Residual when Stride > 1 => Format($"residual({Size},{Stride})"),
        ConvNetPartKind.Residual => Format($"residual({Size})"),
        ConvNetPartKind.Dense => Format($"dense({Size})"),
        ConvNetPartKind.MaxPool => "pool",
        _ => "average",
    };

    /// <summary>A convolution with its nonlinearity.</summary>
    /// <param name="maps">The number of maps; from 1 to 65,536.</param>
    /// <param name="kernel">The height and width of the kernel in pixels; odd, at most 31.</param>
    /// <param name="stride">The pixels between two places of the kernel; from 1 to 8.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static ConvNetPart Convolution(int maps, int kernel = 3, int stride = 1)
    {
        RequireSize(maps, "convolution", "maps");
        RequireStride(stride);
        return kernel is >= 1 and <= MaxKernel && kernel % 2 == 1
            ? new ConvNetPart(ConvNetPartKind.Convolution, maps, kernel, stride)
            : throw new ArgumentException(Format($"A convolution has a kernel of {kernel} pixels; it must be an odd number from 1 to {MaxKernel}."), nameof(kernel));
    }

    /// <summary>A residual block of two 3 x 3 convolutions.</summary>
    /// <param name="maps">The number of maps; from 1 to 65,536.</param>
    /// <param name="stride">The pixels between two places of the first kernel; from 1 to 8.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static ConvNetPart Residual(int maps, int stride = 1)
    {
        RequireSize(maps, "residual block", "maps");
        RequireStride(stride);
        return new ConvNetPart(ConvNetPartKind.Residual, maps, 3, stride);
    }

    /// <summary>A fully connected layer with its nonlinearity.</summary>
    /// <param name="width">The number of units; from 1 to 65,536.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">The width is out of range.</exception>
    public static ConvNetPart Dense(int width)
    {
        RequireSize(width, "dense layer", "units");
        return new ConvNetPart(ConvNetPartKind.Dense, width);
    }

    /// <summary>The maximum of each 2 x 2 pixels.</summary>
    /// <returns>The part.</returns>
    public static ConvNetPart MaxPool() => new(ConvNetPartKind.MaxPool);

    /// <summary>The mean of each map over space.</summary>
    /// <returns>The part.</returns>
    public static ConvNetPart Average() => new(ConvNetPartKind.Average);

    /// <summary>Gives <see cref="Text"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    /// <summary>Reads a part; null where the text is none.</summary>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    internal static ConvNetPart? Parse(string text)
    {
        string[] pieces = text.TrimEnd(')').Split('(', ',');
        int[] numbers = new int[pieces.Length - 1];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!int.TryParse(pieces[i + 1], NumberStyles.Integer, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return (pieces[0], numbers) switch
        {
            ("conv", [var maps]) => Convolution(maps),
            ("conv", [var maps, var kernel]) => Convolution(maps, kernel),
            ("conv", [var maps, var kernel, var stride]) => Convolution(maps, kernel, stride),
            ("residual", [var maps]) => Residual(maps),
            ("residual", [var maps, var stride]) => Residual(maps, stride),
            ("dense", [var width]) => Dense(width),
            ("pool", []) => MaxPool(),
            ("average", []) => Average(),
            _ => null,
        };
    }

    private static void RequireSize(int size, string part, string what)
    {
        if (size is < 1 or > MaxSize)
        {
            throw new ArgumentException(Format($"A {part} has {size} {what}; it must have from 1 to {MaxSize}."));
        }
    }

    private static void RequireStride(int stride)
    {
        if (stride is < 1 or > MaxStride)
        {
            throw new ArgumentException(Format($"A stride is {stride} pixels; it must be from 1 to {MaxStride}."));
        }
    }

    private static string Format(FormattableString text) => FormattableString.Invariant(text);
}
