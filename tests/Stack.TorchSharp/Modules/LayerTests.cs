using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Stack.TorchSharp.Modules;

public sealed class LayerTests
{
    [Fact]
    public void Linear_multiplies_by_the_transposed_weight_and_adds_the_bias()
    {
        using var module = Linear(3, 2, dtype: ScalarType.Float64);
        using Tensor input = Values.Wave(4, 3);
        double[] x = Values.Of(input), w = Values.Of(module.weight), b = Values.Of(module.bias!);

        double[] expected = [.. from n in Enumerable.Range(0, 4)
                                from o in Enumerable.Range(0, 2)
                                select b[o] + Enumerable.Range(0, 3).Sum(i => w[(o * 3) + i] * x[(n * 3) + i])];

        Values.Of(module.call(input)).ShouldBe(expected, 1e-12);
        Linear(3, 2, hasBias: false).bias.ShouldBeNull();
    }

    [Fact]
    public void Linear_has_the_gradients_of_its_formula()
    {
        using var module = Linear(3, 2, dtype: ScalarType.Float64);
        using Tensor input = Values.Wave(4, 3);

        foreach (Tensor at in new[] { input, module.weight, module.bias! })
            Values.GradientError(() => module.call(input).square().sum(), at).ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void The_weights_start_within_one_over_the_root_of_the_inputs()
    {
        manual_seed(3);
        using var module = Linear(400, 50);

        double[] w = Values.Of(module.weight);
        w.Max(Math.Abs).ShouldBeLessThanOrEqualTo(0.05);
        w.Max(Math.Abs).ShouldBeGreaterThan(0.049);
        (w.Sum(v => v * v) / w.Length).ShouldBe(0.05 * 0.05 / 3, 5e-5);
        Values.Of(module.bias!).Max(Math.Abs).ShouldBeLessThanOrEqualTo(0.05);
    }

    [Fact]
    public void The_seed_decides_the_weights()
    {
        manual_seed(11);
        double[] first = Values.Of(Linear(5, 5).weight);
        manual_seed(11);
        Values.Of(Linear(5, 5).weight).ShouldBe(first);
        Values.Of(Linear(5, 5).weight).ShouldNotBe(first);
    }

    [Fact]
    public void Sequential_runs_its_modules_in_order_and_disposes_what_lies_between()
    {
        Tensor? between = null;
        var second = Tanh();
        second.register_forward_pre_hook((_, input) => between = input);
        using var module = Sequential(Linear(2, 3), second, Linear(3, 1));

        using Tensor x = ones(4, 2);
        using Tensor y = module.call(x);

        y.shape.ShouldBe([4L, 1L]);
        between!.IsInvalid.ShouldBeTrue();
        x.IsInvalid.ShouldBeFalse();
        module.Count.ShouldBe(3);
        module[1].ShouldBeSameAs(second);
        y.sum().backward();
        module.parameters().All(p => p.grad is not null).ShouldBeTrue();
    }

    [Fact]
    public void An_empty_sequential_gives_its_input_under_another_name()
    {
        using var module = Sequential();
        using Tensor x = ones(2);
        Tensor y = module.call(x);

        y.Dispose();
        Values.Of(x).ShouldBe([1.0, 1.0]);
        module.append("late", ReLU()).Count.ShouldBe(1);
    }

    [Fact]
    public void Flatten_and_unflatten_change_the_shape_only()
    {
        using Tensor x = Values.Wave(2, 3, 4);

        Flatten().call(x).shape.ShouldBe([2L, 12L]);
        Flatten(0, 1).call(x).shape.ShouldBe([6L, 4L]);
        Unflatten(1, [3, 4]).call(x.reshape(2, 12)).shape.ShouldBe([2L, 3L, 4L]);
    }

    [Fact]
    public void Dropout_drops_while_training_only_and_keeps_the_mean()
    {
        manual_seed(5);
        using var module = Dropout(0.25);
        using Tensor x = ones(20000);

        double[] trained = Values.Of(module.call(x));
        trained.Distinct().Order().ShouldBe([0.0, 4.0 / 3], 1e-6);
        trained.Count(v => v == 0).ShouldBeInRange(4700, 5300);

        module.eval();
        Tensor still = module.call(x);
        Values.Of(still).ShouldAllBe(v => v == 1);
        still.Dispose();
        x.IsInvalid.ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Dropout(1.5));
    }

    [Fact]
    public void Dropout2d_drops_whole_channels()
    {
        manual_seed(6);
        using var module = Dropout2d(0.5);
        double[] y = Values.Of(module.call(ones(8, 16, 3, 3)));

        y.Chunk(9).ShouldAllBe(channel => channel.Distinct().Count() == 1);
        y.Distinct().Order().ShouldBe([0.0, 2.0]);
    }

    [Fact]
    public void Batch_normalisation_uses_the_batch_while_training_and_its_averages_afterwards()
    {
        using var module = BatchNorm1d(2, dtype: ScalarType.Float64);
        using Tensor x = tensor(new double[,] { { 1, 10 }, { 3, 30 }, { 5, 20 }, { 7, 60 } }, dtype: ScalarType.Float64);

        double[] y = Values.Of(module.call(x));
        // Means 4 and 30, biased variances 5 and 350; the running variance takes the unbiased ones.
        double[] expected = [.. new[] { (1.0, 10.0), (3, 30), (5, 20), (7, 60) }
            .SelectMany(r => new[] { (r.Item1 - 4) / Math.Sqrt(5 + 1e-5), (r.Item2 - 30) / Math.Sqrt(350 + 1e-5) })];
        y.ShouldBe(expected, 1e-9);
        Values.Of(module.get_buffer("running_mean")!).ShouldBe([0.4, 3.0], 1e-9);
        Values.Of(module.get_buffer("running_var")!).ShouldBe([0.9 + (0.1 * 20 / 3), 0.9 + (0.1 * 1400 / 3)], 1e-9);
        module.get_buffer("num_batches_tracked")!.item<long>().ShouldBe(1);

        module.eval();
        double[] frozen = Values.Of(module.call(x));
        frozen[0].ShouldBe((1 - 0.4) / Math.Sqrt(0.9 + (2.0 / 3) + 1e-5), 1e-9);
        Values.Of(module.get_buffer("running_mean")!).ShouldBe([0.4, 3.0], 1e-9);
    }

    [Fact]
    public void Batch_normalisation_of_images_is_by_channel()
    {
        using var module = BatchNorm2d(3, dtype: ScalarType.Float64);
        using Tensor y = module.call(Values.Wave(4, 3, 2, 2) * 5 + 2);

        Values.Of(y.mean([0L, 2, 3])).ShouldBe([0.0, 0, 0], 1e-9);
        Values.Of(y.square().mean([0L, 2, 3])).ShouldBe([1.0, 1, 1], 1e-4);
        Should.Throw<ArgumentException>(() => module.call(Values.Wave(4, 3)));
    }

    [Fact]
    public void Layer_normalisation_is_by_row()
    {
        using var module = LayerNorm(4, dtype: ScalarType.Float64);
        using (no_grad())
        {
            module.weight!.fill_(2);
            module.bias!.fill_(1);
        }
        double[] y = Values.Of(module.call(tensor(new double[,] { { 1, 2, 3, 6 } }, dtype: ScalarType.Float64)));

        y.ShouldBe(new double[] { -2, -1, 0, 3 }.Select(d => (2 * d / Math.Sqrt(3.5 + 1e-5)) + 1), 1e-9);
    }
}
