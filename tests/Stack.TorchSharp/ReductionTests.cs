using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

public class ReductionTests
{
    private static Tensor Matrix() => tensor(new double[,] { { 1, 5, 3 }, { 4, 2, 9 } });

    [Fact]
    public void Sums()
    {
        using var scope = NewDisposeScope();
        Tensor t = Matrix();
        t.sum().item<double>().ShouldBe(24);
        t.sum(0L).ToNumbers().ShouldBe([5, 7, 12]);
        t.sum(1, keepdim: true).shape.ShouldBe([2, 1]);
        t.sum(0, 1).item<double>().ShouldBe(24);
        t.sum(ScalarType.Float32).dtype.ShouldBe(float32);
        t.sum((ReadOnlySpan<long>)[-1]).ToNumbers().ShouldBe([9, 15]);
        t.mean().item<double>().ShouldBe(4);
        t.mean([1]).ToNumbers().ShouldBe([3, 5]);
        t.mean([0, 1], true).shape.ShouldBe([1, 1]);
        t.prod().item<double>().ShouldBe(1080);
        t.prod(1).ToNumbers().ShouldBe([15, 72]);
        t.cumsum(1).ToNumbers().ShouldBe([1, 6, 9, 4, 6, 15]);
        t.cumprod(0).ToNumbers().ShouldBe([1, 5, 3, 4, 10, 27]);
        t.nansum().item<double>().ShouldBe(24);
        t.trace().item<double>().ShouldBe(3);
    }

    [Fact]
    public void Spread()
    {
        using var scope = NewDisposeScope();
        Tensor t = Matrix();
        t.var().item<double>().ShouldBe(8, 1e-12);
        t.var(false).item<double>().ShouldBe(40.0 / 6, 1e-12);
        t.std(1).ToNumbers()[0].ShouldBe(2, 1e-12);
        t.std(1, unbiased: false).ToNumbers()[0].ShouldBe(Math.Sqrt(8.0 / 3), 1e-12);
        t.var([0, 1], keepdim: true).shape.ShouldBe([1, 1]);
        (Tensor std, Tensor mean) = t.std_mean(1);
        (std.ToNumbers()[0], mean.ToNumbers()[1]).ShouldBe((2, 5));
        var_mean(t, false).Item2.item<double>().ShouldBe(4);
        t.cov().shape.ShouldBe([2, 2]);
        t.corrcoef().ToNumbers()[0].ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Extremes()
    {
        using var scope = NewDisposeScope();
        Tensor t = Matrix();
        t.max().item<double>().ShouldBe(9);
        t.min().item<double>().ShouldBe(1);
        (Tensor values, Tensor indexes) = t.max(1);
        values.ToNumbers().ShouldBe([5, 9]);
        indexes.data<long>().ToArray().ShouldBe([1, 2]);
        t.min(0, true).values.shape.ShouldBe([1, 3]);
        t.argmax().item<long>().ShouldBe(5);
        t.argmax(1).data<long>().ToArray().ShouldBe([1, 2]);
        t.argmin(0).data<long>().ToArray().ShouldBe([0, 1, 0]);
        t.amax([0]).ToNumbers().ShouldBe([4, 5, 9]);
        t.amin([1], true).shape.ShouldBe([2, 1]);
        t.aminmax().max.item<double>().ShouldBe(9);
        t.cummax(1).values.ToNumbers().ShouldBe([1, 5, 5, 4, 4, 9]);
    }

    [Fact]
    public void Ranks()
    {
        using var scope = NewDisposeScope();
        Tensor t = Matrix();
        t.sort(1).Values.ToNumbers().ShouldBe([1, 3, 5, 2, 4, 9]);
        sort(t, 1, descending: true).Indices.data<long>().ToArray().ShouldBe([1, 2, 0, 2, 0, 1]);
        t.argsort(1).data<long>().ToArray().ShouldBe([0, 2, 1, 1, 0, 2]);
        t.topk(2).values.ToNumbers().ShouldBe([5, 3, 9, 4]);
        t.kthvalue(2, 1).values.ToNumbers().ShouldBe([3, 4]);
        t.median().item<double>().ShouldBe(3);
        t.quantile(tensor(0.5, float64)).ToNumbers().ShouldBe([3, 4]);
        tensor(new[] { 2, 1, 2 }).unique().output.data<int>().ToArray().ShouldBe([1, 2]);
        tensor(new[] { 2, 1, 2 }).unique(return_counts: true).counts!.data<long>().ToArray().ShouldBe([1, 2]);
        tensor(new[] { 2, 2, 1 }).unique_consecutive().output.data<int>().ToArray().ShouldBe([2, 1]);
        bincount(tensor(new[] { 0, 2, 2 })).data<long>().ToArray().ShouldBe([1, 0, 2]);
        mode(tensor(new[] { 1, 3, 3 })).values.item<int>().ShouldBe(3);
        isin(tensor(new[] { 1, 2 }), tensor(new[] { 2, 5 })).data<bool>().ToArray().ShouldBe([false, true]);
    }

    [Fact]
    public void TruthValues()
    {
        using var scope = NewDisposeScope();
        Tensor t = Matrix();
        (t > 0).all().item<bool>().ShouldBeTrue();
        (t > 4).any(1).data<bool>().ToArray().ShouldBe([true, true]);
        (t > 4).all(0).data<bool>().ToArray().ShouldBe([false, false, false]);
        (t > 2).count_nonzero().item<long>().ShouldBe(4);
        t.count_nonzero([0]).data<long>().ToArray().ShouldBe([2, 2, 2]);
        t.allclose(t + 1e-12).ShouldBeTrue();
        t.Equals(t.clone()).ShouldBeTrue();
        t.Equals(t + 1).ShouldBeFalse();
        t.isclose(t + 1).any().item<bool>().ShouldBeFalse();
    }

    [Fact]
    public void NormsAndDistances()
    {
        using var scope = NewDisposeScope();
        Tensor t = tensor(new double[,] { { 3, 4 }, { 0, 5 } });
        t.norm().ToDouble().ShouldBe(Math.Sqrt(50), 1e-6);
        t.norm(1).ToNumbers().ShouldBe([5, 5], 1e-9);
        norm(t, 1f).ToDouble().ShouldBe(12, 1e-6);
        linalg.norm(t).ToDouble().ShouldBe(Math.Sqrt(50), 1e-12);
        linalg.norm(t, dims: [1]).ToNumbers().ShouldBe([5, 5]);
        linalg.matrix_norm(t).ToDouble().ShouldBe(Math.Sqrt(50), 1e-12);
        linalg.norm(t, "nuc").ToDouble().ShouldBe(linalg.svdvals(t).sum().ToDouble(), 1e-12);
        cdist(t, t).ToNumbers()[1].ShouldBe(Math.Sqrt(10), 1e-9);
        t.dist(zeros_like(t)).ToDouble().ShouldBe(Math.Sqrt(50), 1e-12);
        t.logsumexp(1).ToNumbers()[0].ShouldBe(4 + Math.Log(1 + Math.Exp(-1)), 1e-12);
    }
}
