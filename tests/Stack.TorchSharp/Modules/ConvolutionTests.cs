using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Stack.TorchSharp.Modules;

public sealed class ConvolutionTests
{
    [Theory]
    [InlineData(1, 0, 1, 1, PaddingModes.Zeros)]
    [InlineData(2, 1, 1, 1, PaddingModes.Zeros)]
    [InlineData(1, 2, 2, 1, PaddingModes.Zeros)]
    [InlineData(1, 1, 1, 2, PaddingModes.Zeros)]
    [InlineData(1, 2, 1, 1, PaddingModes.Reflect)]
    [InlineData(2, 1, 1, 2, PaddingModes.Replicate)]
    [InlineData(1, 2, 1, 1, PaddingModes.Circular)]
    public void Conv2d_is_the_sum_over_the_window(int stride, int padding, int dilation, int groups, PaddingModes mode)
    {
        using var module = Conv2d(4, 6, 3, stride, padding, dilation, mode, groups, true, null, ScalarType.Float64);
        using Tensor input = Values.Wave(2, 4, 7, 6);

        using Tensor output = module.call(input);

        var (expected, shape) = Naive(input, module.get_parameter("weight")!, module.get_parameter("bias")!, (stride, stride), (padding, padding), dilation, groups, mode);
        output.shape.ShouldBe(shape);
        Values.Of(output).ShouldBe(expected, 1e-12);
    }

    [Fact]
    public void Rectangular_kernels_and_steps_keep_their_sides_apart()
    {
        using var module = Conv2d(2, 3, (1, 3), (1, 2), (0, 1), null, PaddingModes.Zeros, 1, true, null, ScalarType.Float64);
        using Tensor input = Values.Wave(1, 2, 4, 5);

        var (expected, shape) = Naive(input, module.get_parameter("weight")!, module.get_parameter("bias")!, (1, 2), (0, 1), 1, 1, PaddingModes.Zeros);
        using Tensor output = module.call(input);
        output.shape.ShouldBe(shape);
        Values.Of(output).ShouldBe(expected, 1e-12);
    }

    [Fact]
    public void Same_padding_keeps_the_size_and_valid_adds_nothing()
    {
        using var same = Conv2d(1, 1, 5, Padding.Same);
        using var even = Conv2d(1, 1, 4, Padding.Same);
        using var valid = Conv2d(1, 1, 5, Padding.Valid);
        using Tensor x = ones(1, 1, 9, 8);

        same.call(x).shape.ShouldBe([1L, 1, 9, 8]);
        even.call(x).shape.ShouldBe([1L, 1, 9, 8]);
        valid.call(x).shape.ShouldBe([1L, 1, 5, 4]);
        Should.Throw<ArgumentException>(() => Conv2d(1, 1, 3, Padding.Same, 2));
    }

    [Fact]
    public void Conv2d_has_the_gradients_of_its_formula()
    {
        using var module = Conv2d(2, 2, 3, 1, 1, 1, PaddingModes.Zeros, 1, true, null, ScalarType.Float64);
        using Tensor input = Values.Wave(2, 2, 4, 4);

        foreach (Tensor at in new[] { input, module.get_parameter("weight")!, module.get_parameter("bias")! })
            Values.GradientError(() => module.call(input).square().sum(), at).ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void Conv1d_is_the_sum_over_the_window()
    {
        using Tensor input = tensor(new[] { 1.0, 4.0, 9.0 }, dtype: ScalarType.Float64).reshape(1, 1, 3);
        using Tensor weight = tensor(new[] { 2.0, -1.0 }, dtype: ScalarType.Float64).reshape(1, 1, 2);

        Values.Of(functional.conv1d(input, weight)).ShouldBe([-2.0, -1.0], 1e-12);
        Values.Of(functional.conv1d(input, weight, padding: 1, stride: 2)).ShouldBe([-1.0, -1.0], 1e-12);
    }

    [Fact]
    public void Wrong_channels_are_named()
    {
        using var module = Conv2d(3, 4, 3);
        Should.Throw<ArgumentException>(() => module.call(ones(1, 2, 8, 8))).Message.ShouldContain("3 channels");
        Should.Throw<ArgumentException>(() => Conv2d(3, 4, 3, 1, 0, 1, PaddingModes.Zeros, 2));
    }

    [Fact]
    public void Pools_take_the_largest_or_the_mean_of_each_window()
    {
        using Tensor x = arange(16, dtype: ScalarType.Float64).reshape(1, 1, 4, 4);

        Values.Of(MaxPool2d(2).call(x)).ShouldBe([5.0, 7, 13, 15]);
        Values.Of(MaxPool2d(3, 1).call(x)).ShouldBe([10.0, 11, 14, 15]);
        Values.Of(MaxPool2d((2, 4)).call(x)).ShouldBe([7.0, 15]);
        Values.Of(AvgPool2d(2).call(x)).ShouldBe([2.5, 4.5, 10.5, 12.5]);
        Values.Of(AvgPool2d(2, 2, 1, false, false).call(x)).ShouldBe([0.0, 1.5, 3, 6, 7.5, 9, 12, 13.5, 15]);
        Values.Of(AdaptiveAvgPool2d(1).call(x)).ShouldBe([7.5]);
        Values.Of(AdaptiveAvgPool2d((2, 1)).call(x)).ShouldBe([3.5, 11.5]);
    }

    private static (double[], long[]) Naive(Tensor input, Tensor weight, Tensor bias, (int, int) stride, (int, int) padding, int dilation,
        int groups, PaddingModes mode)
    {
        (double[] x, double[] w, double[] b) = (Values.Of(input), Values.Of(weight), Values.Of(bias));
        int[] s = [.. input.shape.Select(e => (int)e)], k = [.. weight.shape.Select(e => (int)e)];
        int height = ((s[2] + (2 * padding.Item1) - (dilation * (k[2] - 1)) - 1) / stride.Item1) + 1;
        int width = ((s[3] + (2 * padding.Item2) - (dilation * (k[3] - 1)) - 1) / stride.Item2) + 1;
        var y = new List<double>();
        for (int n = 0; n < s[0]; n++)
        for (int o = 0; o < k[0]; o++)
        for (int r = 0; r < height; r++)
        for (int c = 0; c < width; c++)
        {
            double sum = b[o];
            for (int i = 0; i < k[1]; i++)
            for (int u = 0; u < k[2]; u++)
            for (int v = 0; v < k[3]; v++)
            {
                int? row = Source((r * stride.Item1) - padding.Item1 + (u * dilation), s[2], mode);
                int? column = Source((c * stride.Item2) - padding.Item2 + (v * dilation), s[3], mode);
                int channel = (o / (k[0] / groups) * k[1]) + i;
                if (row is { } y0 && column is { } x0)
                    sum += w[(((((o * k[1]) + i) * k[2]) + u) * k[3]) + v] * x[(((((n * s[1]) + channel) * s[2]) + y0) * s[3]) + x0];
            }
            y.Add(sum);
        }
        return ([.. y], [s[0], k[0], height, width]);
    }

    private static int? Source(int index, int extent, PaddingModes mode) => index >= 0 && index < extent ? index : mode switch
    {
        PaddingModes.Reflect => index < 0 ? -index : (2 * (extent - 1)) - index,
        PaddingModes.Replicate => Math.Clamp(index, 0, extent - 1),
        PaddingModes.Circular => (index + extent) % extent,
        _ => null,
    };
}
