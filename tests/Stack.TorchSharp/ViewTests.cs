using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

public class ViewTests
{
    [Fact]
    public void ShapesChangeAndElementsStay()
    {
        using var scope = NewDisposeScope();
        Tensor t = arange(6, float64);
        t.reshape(2, -1).shape.ShouldBe([2, 3]);
        t.view(3, 2)[2].ToNumbers().ShouldBe([4, 5]);
        t.reshape(2, 3).t().ToNumbers().ShouldBe([0, 3, 1, 4, 2, 5]);
        t.reshape(2, 3).T.shape.ShouldBe([3, 2]);
        t.reshape(1, 2, 3).mT.shape.ShouldBe([1, 3, 2]);
        t.reshape(1, 2, 3).permute(2, 0, 1).shape.ShouldBe([3, 1, 2]);
        t.reshape(2, 3).transpose(0, 1).shape.ShouldBe([3, 2]);
        t.reshape(1, 6, 1).squeeze().shape.ShouldBe([6]);
        t.reshape(1, 6, 1).squeeze(0).shape.ShouldBe([6, 1]);
        t.unsqueeze(-1).shape.ShouldBe([6, 1]);
        t.reshape(1, 2, 3).flatten().shape.ShouldBe([6]);
        t.reshape(1, 2, 3).flatten(1).shape.ShouldBe([1, 6]);
        t.unflatten(0, 2, 3).shape.ShouldBe([2, 3]);
        t.reshape(2, 3).swapaxes(0, 1).shape.ShouldBe([3, 2]);
        movedim(zeros(2, 3, 4), 0, 2).shape.ShouldBe([3, 4, 2]);
        t.unfold(0, 2, 2).shape.ShouldBe([3, 2]);
        t.as_strided([2, 2], [1, 2]).ToNumbers().ShouldBe([0, 2, 1, 3]);
    }

    [Fact]
    public void Repetitions()
    {
        using var scope = NewDisposeScope();
        Tensor t = tensor(new double[] { 1, 2 });
        t.expand(3, 2).ToNumbers().ShouldBe([1, 2, 1, 2, 1, 2]);
        t.repeat(2).ToNumbers().ShouldBe([1, 2, 1, 2]);
        t.tile(2, 1).shape.ShouldBe([2, 2]);
        t.repeat_interleave(2).ToNumbers().ShouldBe([1, 1, 2, 2]);
        t.broadcast_to(2, 2).shape.ShouldBe([2, 2]);
        t.expand_as(zeros(4, 2)).shape.ShouldBe([4, 2]);
    }

    [Fact]
    public void Order()
    {
        using var scope = NewDisposeScope();
        Tensor t = tensor(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        t.flip(1).ToNumbers().ShouldBe([3, 2, 1, 6, 5, 4]);
        t.roll(1, 1).ToNumbers().ShouldBe([3, 1, 2, 6, 4, 5]);
        t.rot90().shape.ShouldBe([3, 2]);
        t.triu().ToNumbers().ShouldBe([1, 2, 3, 0, 5, 6]);
        tril(t, -1).ToNumbers().ShouldBe([0, 0, 0, 4, 0, 0]);
        t.diag().ToNumbers().ShouldBe([1, 5]);
        tensor(new double[] { 1, 2 }).diag_embed().ToNumbers().ShouldBe([1, 0, 0, 2]);
    }

    [Fact]
    public void Pieces()
    {
        using var scope = NewDisposeScope();
        Tensor t = arange(10, float64);
        t.split(4).Select(p => p.numel()).ShouldBe([4, 4, 2]);
        t.split([3, 7]).Select(p => p.numel()).ShouldBe([3L, 7]);
        t.chunk(3).Length.ShouldBe(3);
        t.unbind().Length.ShouldBe(10);
        t.unbind()[9].item<double>().ShouldBe(9);
        t.tensor_split(3).Select(p => p.numel()).ShouldBe([4, 3, 3]);
        t.reshape(2, 5).vsplit(2)[1].ToNumbers().ShouldBe([5, 6, 7, 8, 9]);
        hsplit(t.reshape(2, 5), (1L, 3L)).Select(p => p.size(1)).ShouldBe([1, 2, 2]);
    }

    [Fact]
    public void ContiguousCopiesOnlyWhenNeeded()
    {
        using var scope = NewDisposeScope();
        Tensor t = arange(6).reshape(2, 3);
        t.is_contiguous().ShouldBeTrue();
        Tensor turned = t.t();
        turned.is_contiguous().ShouldBeFalse();
        turned.contiguous().is_contiguous().ShouldBeTrue();
        turned.contiguous().data<long>().ToArray().ShouldBe(turned.data<long>().ToArray());
        t.clone().add_(1);
        t.data<long>()[0].ShouldBe(0);
    }

    [Fact]
    public void ImpossibleShapesAreRefused()
    {
        using var scope = NewDisposeScope();
        Should.Throw<Exception>(() => zeros(6).reshape(4, 2)).Message.ShouldContain("shape '[4, 2]' is invalid for input of size 6");
        Should.Throw<Exception>(() => zeros(2, 3).t().view(6)).Message.ShouldContain("view size is not compatible");
        Should.Throw<Exception>(() => cat([zeros(2, 2), zeros(3, 3)])).Message.ShouldContain("Sizes of tensors must match");
        Should.Throw<Exception>(() => zeros(3) + zeros(4)).Message.ShouldContain("must match the size of tensor b");
    }
}
