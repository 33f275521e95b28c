using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

public class CreationTests
{
    [Fact]
    public void ConstantTensors()
    {
        using var scope = NewDisposeScope();
        zeros(2, 3).shape.ShouldBe([2, 3]);
        zeros(2, 3).dtype.ShouldBe(float32);
        ones(4, int32).data<int>().ToArray().ShouldBe([1, 1, 1, 1]);
        full(2, 2, 1.5, float64).ToNumbers().ShouldBe([1.5, 1.5, 1.5, 1.5]);
        empty(3, 0).numel().ShouldBe(0);
        eye(3).ToNumbers().ShouldBe([1, 0, 0, 0, 1, 0, 0, 0, 1]);
        eye(2, 3).shape.ShouldBe([2, 3]);
        zeros([2, 1, 3, 1, 2]).ndim.ShouldBe(5);
        ones((ReadOnlySpan<long>)[2, 2]).sum().item<float>().ShouldBe(4);
    }

    [Fact]
    public void LikeAnotherTensor()
    {
        using var scope = NewDisposeScope();
        Tensor model = ones(2, 2, float64);
        zeros_like(model).dtype.ShouldBe(float64);
        model.ones_like(int64).data<long>().ToArray().ShouldBe([1, 1, 1, 1]);
        full_like(model, 3).ToNumbers().ShouldBe([3, 3, 3, 3]);
        model.new_zeros(5).dtype.ShouldBe(float64);
        model.new_full(2, 3, 7).ToNumbers().ShouldBe([7, 7, 7, 7, 7, 7]);
        randn_like(model).shape.ShouldBe([2, 2]);
        rand_like(model, float32).dtype.ShouldBe(float32);
    }

    [Fact]
    public void Ranges()
    {
        using var scope = NewDisposeScope();
        arange(4).data<long>().ToArray().ShouldBe([0, 1, 2, 3]);
        arange(1, 2, 0.25).dtype.ShouldBe(float32);
        arange(1, 2, 0.25).data<float>().ToArray().ShouldBe([1, 1.25f, 1.5f, 1.75f]);
        arange(5, 0, -2, float64).ToNumbers().ShouldBe([5, 3, 1]);
        linspace(0, 1, 5, float64).ToNumbers().ShouldBe([0, 0.25, 0.5, 0.75, 1]);
        logspace(0, 2, 3, dtype: float64).ShouldBeClose(tensor(new double[] { 1, 10, 100 }));
        tril_indices(2, 2).data<long>().ToArray().ShouldBe([0, 1, 1, 0, 0, 1]);
    }

    [Fact]
    public void FromArraysOfEveryType()
    {
        using var scope = NewDisposeScope();
        tensor(new byte[] { 1, 255 }).data<byte>().ToArray().ShouldBe([1, 255]);
        tensor(new sbyte[] { -1 }).dtype.ShouldBe(int8);
        tensor(new short[] { -5, 6 }).data<short>().ToArray().ShouldBe([-5, 6]);
        tensor(new[] { 1, 2 }).dtype.ShouldBe(int32);
        tensor(new[] { 1L, 2L }).dtype.ShouldBe(int64);
        tensor(new[] { 1f }).dtype.ShouldBe(float32);
        tensor(new[] { 1.0 }).dtype.ShouldBe(float64);
        tensor(new[] { true, false }).data<bool>().ToArray().ShouldBe([true, false]);
        tensor(new[] { (Half)0.5f }).dtype.ShouldBe(float16);
        tensor(new[] { new Complex(1, 2) }).data<Complex>()[0].ShouldBe(new Complex(1, 2));
        tensor(new[] { (1f, 2f) }).dtype.ShouldBe(complex64);
    }

    [Fact]
    public void FromShapesOfEveryRank()
    {
        using var scope = NewDisposeScope();
        tensor(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).shape.ShouldBe([2, 3]);
        tensor(new float[,,] { { { 1 }, { 2 } } }).shape.ShouldBe([1, 2, 1]);
        tensor(new double[2, 1, 1, 3]).shape.ShouldBe([2, 1, 1, 3]);
        tensor(new[] { 1f, 2, 3, 4 }, new long[] { 2, 2 })[1, 0].item<float>().ShouldBe(3);
        tensor(new List<int> { 1, 2, 3, 4 }, 2, 2).shape.ShouldBe([2, 2]);
        tensor((IList<float>)[1, 2, 3]).data<float>().ToArray().ShouldBe([1, 2, 3]);
        tensor(new[] { 1, 2 }, float64).ToNumbers().ShouldBe([1, 2]);
        from_array(new double[,] { { 1, 2 }, { 3, 4 } })[0, 1].item<double>().ShouldBe(2);
        as_tensor(new[] { 1f, 2f }, int64).data<long>().ToArray().ShouldBe([1, 2]);
        new[] { 1f, 2f, 3f, 4f }.ToTensor([2, 2]).shape.ShouldBe([2, 2]);
    }

    [Fact]
    public void FromNumbers()
    {
        using var scope = NewDisposeScope();
        tensor(3).dtype.ShouldBe(int32);
        tensor(3L).dtype.ShouldBe(int64);
        tensor(3f).dtype.ShouldBe(float32);
        tensor(3.0).dtype.ShouldBe(float64);
        tensor(true).dtype.ShouldBe(@bool);
        tensor(3.5).shape.ShouldBeEmpty();
        ((Tensor)2.5f).item<float>().ShouldBe(2.5f);
        tensor(2.0, requires_grad: true).requires_grad.ShouldBeTrue();
    }

    [Fact]
    public void ChangingTheArrayLaterDoesNotChangeTheTensor()
    {
        using var scope = NewDisposeScope();
        float[] values = [1, 2];
        Tensor copy = tensor(values);
        values[0] = 9;
        copy.data<float>().ToArray().ShouldBe([1, 2]);
    }

    [Fact]
    public void ABufferIsShared()
    {
        using var scope = NewDisposeScope();
        float[] values = [1, 2, 3];
        Tensor shared = frombuffer(values, float32);
        values[0] = 9;
        shared.add_(1);
        values.ShouldBe([10, 3, 4]);
        frombuffer(values, float32, count: 1, offset: 2).item<float>().ShouldBe(4);
    }

    [Fact]
    public void TheWrongNumberOfValuesIsRefused()
    {
        Should.Throw<ArgumentException>(() => tensor(new[] { 1f, 2, 3 }, new long[] { 2, 2 }));
    }

    [Fact]
    public void Combinations()
    {
        using var scope = NewDisposeScope();
        Tensor a = tensor(new[] { 1, 2 }), b = tensor(new[] { 3, 4 });
        cat([a, b]).data<int>().ToArray().ShouldBe([1, 2, 3, 4]);
        stack([a, b], 1).data<int>().ToArray().ShouldBe([1, 3, 2, 4]);
        vstack([a, b]).shape.ShouldBe([2, 2]);
        hstack([a, b]).shape.ShouldBe([4]);
        meshgrid([a, b])[0].ToNumbers().ShouldBe([1, 1, 2, 2]);
        cartesian_prod(a, b).shape.ShouldBe([4, 2]);
        block_diag(eye(1), eye(2)).ToNumbers().Sum().ShouldBe(3);
        broadcast_shapes([2, 1], [3]).Shape.ShouldBe([2, 3]);
    }
}
