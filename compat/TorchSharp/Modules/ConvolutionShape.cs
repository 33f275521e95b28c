namespace TorchSharp.Modules;

/// <summary>How a kernel runs over its input; one number for each spatial dimension.</summary>
internal sealed record ConvolutionShape(
    long[] Kernel, long[] Stride, long[] Before, long[] After, long[] Dilation, PaddingModes Mode, long Groups)
{
    internal ConvolutionShape(long[] kernel, long[] stride, long[] padding, long[] dilation, PaddingModes mode, long groups)
        : this(kernel, stride, padding, padding, dilation, mode, groups)
    {
    }

    internal ConvolutionShape(long[] kernel, long[] stride, Padding padding, long[] dilation, PaddingModes mode, long groups)
        : this(kernel, stride, new long[kernel.Length], new long[kernel.Length], dilation, mode, groups)
    {
        if (padding == Padding.Valid) return;
        if (stride.Any(step => step != 1)) throw new ArgumentException("Padding.Same is not supported for strided convolutions.");
        for (int i = 0; i < kernel.Length; i++)
        {
            long total = dilation[i] * (kernel[i] - 1);
            Before[i] = total / 2;
            After[i] = total - Before[i];
        }
    }

    /// <summary>Whether libtorch's own zero padding, equal on both sides, does.</summary>
    internal bool PaddedByOperator => Mode is PaddingModes.Zeros && Before.AsSpan().SequenceEqual(After);

    /// <summary>The amounts as <c>pad</c> wants them: the last dimension first, before and after.</summary>
    internal long[] Amounts => [.. Enumerable.Range(0, Kernel.Length).Reverse().SelectMany(i => new[] { Before[i], After[i] })];
}
