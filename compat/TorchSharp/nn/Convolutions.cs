using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static Conv2d Conv2d(long inputChannel, long outputChannel, long kernelSize, long stride = 1, long padding = 0, long dilation = 1,
            PaddingModes paddingMode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputChannel, outputChannel,
                new([kernelSize, kernelSize], [stride, stride], [padding, padding], [dilation, dilation], paddingMode, groups), bias, device, dtype);

        public static Conv2d Conv2d(long inputChannel, long outputChannel, (long, long) kernelSize, (long, long)? stride = null,
            (long, long)? padding = null, (long, long)? dilation = null, PaddingModes paddingMode = PaddingModes.Zeros, long groups = 1,
            bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputChannel, outputChannel,
                new(Both(kernelSize), Both(stride ?? (1, 1)), Both(padding ?? (0, 0)), Both(dilation ?? (1, 1)), paddingMode, groups), bias, device, dtype);

        public static Conv2d Conv2d(long inputChannel, long outputChannel, long kernelSize, Padding padding, long stride = 1, long dilation = 1,
            PaddingModes paddingMode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputChannel, outputChannel,
                new([kernelSize, kernelSize], [stride, stride], padding, [dilation, dilation], paddingMode, groups), bias, device, dtype);

        public static Conv2d Conv2d(long inputChannel, long outputChannel, (long, long) kernelSize, Padding padding, (long, long)? stride = null,
            (long, long)? dilation = null, PaddingModes paddingMode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(inputChannel, outputChannel,
                new(Both(kernelSize), Both(stride ?? (1, 1)), padding, Both(dilation ?? (1, 1)), paddingMode, groups), bias, device, dtype);

        private static long[] Both((long, long) pair) => [pair.Item1, pair.Item2];
    }
}
