using Shouldly;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

public class ArithmeticTests
{
    private static float[] F(Tensor t) => t.data<float>().ToArray();

    [Fact]
    public void OperatorsWithTensorsAndNumbers()
    {
        using var scope = NewDisposeScope();
        Tensor a = tensor(new float[] { 1, 2, 4 }), b = tensor(new float[] { 3, 5, 2 });
        F(a + b).ShouldBe([4, 7, 6]);
        F(a - b).ShouldBe([-2, -3, 2]);
        F(a * b).ShouldBe([3, 10, 8]);
        F(b / a).ShouldBe([3, 2.5f, 0.5f]);
        F(b % a).ShouldBe([0, 1, 2]);
        F(a + 1).ShouldBe([2, 3, 5]);
        F(1 - a).ShouldBe([0, -1, -3]);
        F(2.0 * a).ShouldBe([2, 4, 8]);
        F(4f / a).ShouldBe([4, 2, 1]);
        F(a / 2L).ShouldBe([0.5f, 1, 2]);
        F(-a).ShouldBe([-1, -2, -4]);
    }

    [Fact]
    public void NumbersDoNotChangeTheDtypeOfATensor()
    {
        using var scope = NewDisposeScope();
        Tensor a = ones(2, float32), whole = ones(2, int64);
        (a * 2.5).dtype.ShouldBe(float32);
        (a + 1).dtype.ShouldBe(float32);
        (1.5 / a).dtype.ShouldBe(float32);
        (whole + 1).dtype.ShouldBe(int64);
        (whole + 0.5).dtype.ShouldBe(float32);
        (whole / 2).dtype.ShouldBe(float32);
    }

    [Fact]
    public void InPlaceOperatorsChangeAndReturnTheTensor()
    {
        using var scope = NewDisposeScope();
        Tensor a = tensor(new float[] { 1, 2 });
        F(a.add_(1).mul_(3).sub_(tensor(1f)).div_(2)).ShouldBe([2.5f, 4]);
        F(a).ShouldBe([2.5f, 4]);
    }

    [Fact]
    public void DivisionRounds()
    {
        using var scope = NewDisposeScope();
        Tensor a = tensor(new float[] { 7, -7 });
        F(div(a, 2, RoundingMode.trunc)).ShouldBe([3, -3]);
        F(a.div(tensor(2f), RoundingMode.floor)).ShouldBe([3, -4]);
        F(a.floor_divide(2)).ShouldBe([3, -4]);
        F(a.remainder(4)).ShouldBe([3, 1]);
        F(a.fmod(4)).ShouldBe([3, -3]);
    }

    [Fact]
    public void ComparisonsGiveTruthValues()
    {
        using var scope = NewDisposeScope();
        Tensor a = tensor(new float[] { 1, 2, 3 });
        (a > 2).data<bool>().ToArray().ShouldBe([false, false, true]);
        (a <= 2).data<bool>().ToArray().ShouldBe([true, true, false]);
        (2 < a).data<bool>().ToArray().ShouldBe([false, false, true]);
        (a == tensor(new float[] { 1, 0, 3 })).data<bool>().ToArray().ShouldBe([true, false, true]);
        (a != 3).data<bool>().ToArray().ShouldBe([true, true, false]);
        (~(a > 1) | (a == 3)).data<bool>().ToArray().ShouldBe([true, false, true]);
    }
}
