using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static MaxPool2d MaxPool2d(long kernelSize, long? stride = null, long? padding = null, long? dilation = null, bool ceilMode = false) =>
            new(Twice(kernelSize), Twice(stride ?? kernelSize), Twice(padding ?? 0), Twice(dilation ?? 1), ceilMode);

        public static MaxPool2d MaxPool2d((long, long) kernelSize, (long, long)? stride = null, (long, long)? padding = null,
            (long, long)? dilation = null, bool ceilMode = false) =>
            new(Both(kernelSize), Both(stride ?? kernelSize), Both(padding ?? (0, 0)), Both(dilation ?? (1, 1)), ceilMode);

        public static AvgPool2d AvgPool2d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
            bool count_include_pad = true, long? divisor_override = null) =>
            new(Twice(kernel_size), Twice(stride ?? kernel_size), Twice(padding ?? 0), ceil_mode, count_include_pad, divisor_override);

        public static AvgPool2d AvgPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
            bool count_include_pad = true, long? divisor_override = null) =>
            new(Both(kernel_size), Both(stride ?? kernel_size), Both(padding ?? (0, 0)), ceil_mode, count_include_pad, divisor_override);

        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long outputSize) => new(Twice(outputSize));

        public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) outputSize) => new(Both(outputSize));

        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long outputHeight, long outputWidth) => new([outputHeight, outputWidth]);

        private static long[] Twice(long extent) => [extent, extent];
    }
}
