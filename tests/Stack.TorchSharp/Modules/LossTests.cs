using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Stack.TorchSharp.Modules;

public sealed class LossTests
{
    private static readonly double[] Scores = [0.3, -1.2, 2.0, -0.4];
    private static readonly double[] Targets = [1, 0, 1, 1];

    [Fact]
    public void Binary_cross_entropy_with_logits_is_stable_and_weighted()
    {
        double[] each = [.. Scores.Select((x, i) => Math.Max(x, 0) - (x * Targets[i]) + Math.Log(1 + Math.Exp(-Math.Abs(x))))];
        Check(each, reduction => BCEWithLogitsLoss(reduction: reduction), Scores, Targets);

        double[] weighted = [.. Scores.Select((x, i) => (Targets[i] == 1 ? 3 : 1) * each[i])];
        Check(weighted, reduction => BCEWithLogitsLoss(null, reduction, Of(3)), Scores, Targets);
        Values.Of(BCEWithLogitsLoss().call(Of(800, -800), Of(0, 1))).ShouldBe([800.0], 1e-9);
    }

    [Fact]
    public void Binary_cross_entropy_takes_probabilities()
    {
        double[] p = [.. Scores.Select(x => 1 / (1 + Math.Exp(-x)))];
        double[] each = [.. p.Select((q, i) => -((Targets[i] * Math.Log(q)) + ((1 - Targets[i]) * Math.Log(1 - q))))];
        Check(each, reduction => BCELoss(reduction: reduction), p, Targets);
        Values.Of(BCELoss(Of(2, 2, 2, 2)).call(Of(p), Of(Targets))).ShouldBe([2 * each.Average()], 1e-12);
    }

    [Fact]
    public void Losses_of_differences_follow_their_formulas()
    {
        double[] d = [.. Scores.Select((x, i) => x - Targets[i])];
        Check(d.Select(v => v * v), reduction => MSELoss(reduction), Scores, Targets);
        Check(d.Select(Math.Abs), reduction => L1Loss(reduction), Scores, Targets);
        Check(d.Select(v => Math.Abs(v) < 0.8 ? v * v / 2 : 0.8 * (Math.Abs(v) - 0.4)), reduction => HuberLoss(0.8, reduction), Scores, Targets);
        Check(d.Select(v => Math.Abs(v) < 0.8 ? v * v / 1.6 : Math.Abs(v) - 0.4), reduction => SmoothL1Loss(reduction, 0.8), Scores, Targets);
    }

    [Fact]
    public void Cross_entropy_is_minus_the_log_probability_of_the_class()
    {
        using Tensor logits = Values.Wave(3, 4);
        using Tensor classes = tensor(new long[] { 2, 0, 3 });
        double[] x = Values.Of(logits);
        double[] each = [.. new[] { 2, 0, 3 }.Select((c, row) =>
            Math.Log(Enumerable.Range(0, 4).Sum(j => Math.Exp(x[(row * 4) + j]))) - x[(row * 4) + c])];

        Values.Of(CrossEntropyLoss(reduction: Reduction.None).call(logits, classes)).ShouldBe(each, 1e-12);
        CrossEntropyLoss().call(logits, classes).item<double>().ShouldBe(each.Average(), 1e-12);
        CrossEntropyLoss(reduction: Reduction.Sum).call(logits, classes).item<double>().ShouldBe(each.Sum(), 1e-12);
        CrossEntropyLoss(ignore_index: 0).call(logits, classes).item<double>().ShouldBe((each[0] + each[2]) / 2, 1e-12);
        CrossEntropyLoss(Of(1, 1, 5, 2)).call(logits, classes).item<double>().ShouldBe(((5 * each[0]) + each[1] + (2 * each[2])) / 8, 1e-12);
        NLLLoss().call(functional.log_softmax(logits, 1), classes).item<double>().ShouldBe(each.Average(), 1e-12);
        functional.cross_entropy(logits, functional.softmax(logits, 1)).item<double>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Losses_have_the_gradients_of_their_formulas()
    {
        using Tensor x = Values.Wave(3, 4);
        using Tensor y = Values.Wave(2.0, 3, 4).abs();
        using Tensor classes = tensor(new long[] { 2, 0, 3 });

        Values.GradientError(() => BCEWithLogitsLoss().call(x, y), x).ShouldBeLessThan(1e-8);
        Values.GradientError(() => MSELoss().call(x, y), x).ShouldBeLessThan(1e-8);
        Values.GradientError(() => CrossEntropyLoss().call(x, classes), x).ShouldBeLessThan(1e-8);
    }

    [Fact]
    public void Mismatched_sizes_are_refused_with_libtorchs_message() =>
        Should.Throw<Exception>(() => BCEWithLogitsLoss().call(ones(3), ones(4))).Message.ShouldContain("size");

    private static void Check(IEnumerable<double> each, Func<Reduction, Module<Tensor, Tensor, Tensor>> make, double[] input, double[] target)
    {
        double[] expected = [.. each];
        Values.Of(make(Reduction.None).call(Of(input), Of(target))).ShouldBe(expected, 1e-12);
        Values.Of(make(Reduction.Mean).call(Of(input), Of(target))).ShouldBe([expected.Average()], 1e-12);
        Values.Of(make(Reduction.Sum).call(Of(input), Of(target))).ShouldBe([expected.Sum()], 1e-12);
    }

    private static Tensor Of(params double[] values) => tensor(values, dtype: ScalarType.Float64);
}
