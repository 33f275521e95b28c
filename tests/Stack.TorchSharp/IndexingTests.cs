using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

public class IndexingTests
{
    private static Tensor Cube() => arange(24, float64).reshape(2, 3, 4);

    private static double[] Get(Tensor t) => t.ToNumbers();

    [Fact]
    public void PositionsSelect()
    {
        using var scope = NewDisposeScope();
        Tensor t = Cube();
        t[1].shape.ShouldBe([3, 4]);
        Get(t[1, 2]).ShouldBe([20, 21, 22, 23]);
        t[1, 2, 3].item<double>().ShouldBe(23);
        t[-1, -1, -1].item<double>().ShouldBe(23);
        t[TensorIndex.Single(0), TensorIndex.Single(1)].shape.ShouldBe([4]);
    }

    [Fact]
    public void RangesSlice()
    {
        using var scope = NewDisposeScope();
        Tensor t = Cube();
        t[.., 1..3].shape.ShouldBe([2, 2, 4]);
        Get(t[0, 0, ..2]).ShouldBe([0, 1]);
        Get(t[0, 0, ^2..]).ShouldBe([2, 3]);
        Get(t[TensorIndex.Single(0), TensorIndex.Single(0), TensorIndex.Slice(0, null, 2)]).ShouldBe([0, 2]);
        t[TensorIndex.Ellipsis, TensorIndex.Single(0)].shape.ShouldBe([2, 3]);
        Get(t[TensorIndex.Ellipsis, 0..1]).ShouldBe([0, 4, 8, 12, 16, 20]);
        t[TensorIndex.Colon, TensorIndex.Null].shape.ShouldBe([2, 1, 3, 4]);
        Get(t.slice(2, 1, 4, 2)[0, 0]).ShouldBe([1, 3]);
    }

    [Fact]
    public void TensorsGatherRows()
    {
        using var scope = NewDisposeScope();
        Tensor t = arange(6, float64).reshape(3, 2);
        Get(t[tensor(new[] { 2L, 0 })]).ShouldBe([4, 5, 0, 1]);
        Get(t[TensorIndex.Tensor(tensor(new[] { 2L, 0 })), TensorIndex.Single(1)]).ShouldBe([5, 1]);
        Get(t[TensorIndex.Colon, TensorIndex.Tensor(tensor(new[] { 1L, 1, 0 }))]).ShouldBe([1, 1, 0, 3, 3, 2, 5, 5, 4]);
        Get(t[t > 2]).ShouldBe([3, 4, 5]);
        Get(t[TensorIndex.Tensor(t[TensorIndex.Colon, TensorIndex.Single(0)] > 1)]).ShouldBe([2, 3, 4, 5]);
    }

    [Fact]
    public void AssignmentWritesIntoTheTensor()
    {
        using var scope = NewDisposeScope();
        Tensor t = zeros(2, 3, float64);
        t[0] = ones(3, float64);
        t[1, 2] = tensor(5.0);
        Get(t).ShouldBe([1, 1, 1, 0, 0, 5]);
        t[.., 0..1] = tensor(7.0);
        Get(t).ShouldBe([7, 1, 1, 7, 0, 5]);
        t[t == 7] = tensor(-1.0);
        Get(t).ShouldBe([-1, 1, 1, -1, 0, 5]);
        t[TensorIndex.Single(0), TensorIndex.Tensor(tensor(new[] { 0L, 2 }))] = tensor(new[] { 8.0, 9 });
        Get(t).ShouldBe([8, 1, 9, -1, 0, 5]);
        t.index_put_(3, TensorIndex.Single(1));
        Get(t).ShouldBe([8, 1, 9, 3, 3, 3]);
        t.index_put_(tensor(4.0), tensor(new[] { 0L, 1 }), tensor(new[] { 0L, 1 }));
        Get(t).ShouldBe([4, 1, 9, 3, 4, 3]);
    }

    [Fact]
    public void AViewSharesItsElements()
    {
        using var scope = NewDisposeScope();
        Tensor t = zeros(2, 2);
        t[0].fill_(3);
        t[.., 1..2].add_(1);
        Get(t).ShouldBe([3, 4, 0, 1]);
    }

    [Fact]
    public void GatherScatterAndSelect()
    {
        using var scope = NewDisposeScope();
        Tensor t = tensor(new double[,] { { 1, 2 }, { 3, 4 } }), index = tensor(new long[,] { { 1, 0 }, { 0, 1 } });
        Get(t.gather(1, index)).ShouldBe([2, 1, 3, 4]);
        Get(zeros(2, 2, float64).scatter(1, index, t)).ShouldBe([2, 1, 3, 4]);
        Get(zeros(3, float64).scatter_add(0, tensor(new[] { 1L, 1, 2 }), tensor(new[] { 1.0, 2, 4 }))).ShouldBe([0, 3, 4]);
        Get(t.index_select(0, tensor(new[] { 1L }))).ShouldBe([3, 4]);
        Get(t.masked_select(t > 1)).ShouldBe([2, 3, 4]);
        Get(t.masked_fill(t > 2, 0)).ShouldBe([1, 2, 0, 0]);
        Get(t.take(tensor(new[] { 3L, 0 }))).ShouldBe([4, 1]);
        Get(t.index_add(0, tensor(new[] { 0L }), ones(1, 2, float64), 10)).ShouldBe([11, 12, 3, 4]);
        Get(t.nonzero()).ShouldBe([0, 0, 0, 1, 1, 0, 1, 1]);
        where(t > 3)[0].data<long>().ToArray().ShouldBe([1]);
        searchsorted(tensor(new[] { 1.0, 3, 5 }), tensor(new[] { 2.0, 5 })).data<long>().ToArray().ShouldBe([1, 2]);
    }

    [Fact]
    public void OutOfRangeIsRefusedWithLibtorchsMessage()
    {
        using var scope = NewDisposeScope();
        Tensor t = zeros(2, 2);
        Should.Throw<Exception>(() => t[2]).Message.ShouldContain("index 2 out of range");
        Should.Throw<Exception>(() => t.narrow(0, 1, 5)).Message.ShouldContain("exceeds dimension size");
        Should.Throw<Exception>(() => t.index_select(0, tensor(new[] { 7L }))).Message.ShouldContain("out of range");
    }
}
