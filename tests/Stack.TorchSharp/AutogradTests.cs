using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

public class AutogradTests
{
    public static TheoryData<string, Func<Tensor, Tensor>> Functions => new()
    {
        { "polynomial", x => (x * x * x - 2 * x).sum() },
        { "exp and log", x => (x.exp().log1p() / (1 + x * x)).sum() },
        { "tanh of a product", x => x.reshape(2, 3).mm(x.reshape(3, 2)).tanh().sum() },
        { "softmax", x => (x.softmax(0) * arange(6, float64)).sum() },
        { "norm", x => x.norm() },
        { "variance", x => x.var() + x.std() },
        { "indexing", x => x[tensor(new[] { 0L, 0, 5 })].pow(2).sum() + x[1] * x[^2..].sum() },
        { "concatenation", x => (cat([x, x.flip(0)]) * arange(1, 13, float64)).prod(0L).log() },
        { "where", x => where(x > 0.9, x.pow(2), x.sin()).sum() },
        { "determinant", x => linalg.slogdet(x.reshape(2, 3).t().mm(x.reshape(2, 3)) + eye(3, dtype: float64)).logabsdet },
        { "eigenvalues", x => linalg.eigvalsh(x.reshape(2, 3).mm(x.reshape(2, 3).t()))[1] },
        { "cholesky", x => linalg.cholesky(outer(x, x) + eye(6, dtype: float64)).sum() },
        { "binary cross entropy", x => (x.clamp_min(0) - x * 0.3 + (-x.abs()).exp().log1p()).mean() },
        { "sigmoid, gelu, silu", x => (x.sigmoid() * x.gelu() + x.silu()).sum() },
        { "maximum", x => x.max() * x.amin([0]) + x.max(0).values },
        { "broadcast", x => (x.reshape(6, 1) * x.reshape(1, 6)).std(1).sum() },
    };

    [Theory, MemberData(nameof(Functions), DisableDiscoveryEnumeration = true)]
    public void GradientsAreTheFiniteDifferences(string name, Func<Tensor, Tensor> function)
    {
        using var scope = NewDisposeScope();
        double[] point = [0.5, 1.2, 0.8, 1.7, 0.3, 2.1];
        Tensor x = tensor(point, requires_grad: true);
        function(x).backward();
        double[] gradient = x.grad!.ToNumbers();
        for (int i = 0; i < point.Length; i++)
        {
            const double h = 1e-5;
            double At(double shift)
            {
                double[] moved = [.. point];
                moved[i] += shift;
                return function(tensor(moved)).ToDouble();
            }
            gradient[i].ShouldBe((At(h) - At(-h)) / (2 * h), 1e-6, $"{name}, coordinate {i}");
        }
    }

    [Fact]
    public void GradientsAccumulateUntilCleared()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(3.0, requires_grad: true);
        x.grad.ShouldBeNull();
        (x * 2).backward();
        (x * 2).backward();
        x.grad!.ToDouble().ShouldBe(4);
        x.grad!.zero_();
        x.grad!.ToDouble().ShouldBe(0);
        x.grad = tensor(7.0);
        x.grad!.ToDouble().ShouldBe(7);
        x.grad = null;
        x.grad.ShouldBeNull();
    }

    [Fact]
    public void GradReturnsWithoutAccumulating()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new double[] { 1, 2 }, requires_grad: true), y = tensor(3.0, requires_grad: true), unused = tensor(1.0, requires_grad: true);
        Tensor loss = (x.pow(2) * y).sum();
        IList<Tensor> found = autograd.grad([loss], [x, y, unused], allow_unused: true, retain_graph: true);
        found[0].ToNumbers().ShouldBe([6, 12]);
        found[1].ToDouble().ShouldBe(5);
        found[2].ShouldBeNull();
        x.grad.ShouldBeNull();
        autograd.grad([x * 2], [x], [tensor(new double[] { 10, 20 })])[0].ToNumbers().ShouldBe([20, 40]);
        Should.Throw<Exception>(() => autograd.grad([loss], [unused], retain_graph: true)).Message.ShouldContain("not have been used in the graph");
    }

    [Fact]
    public void SecondDerivatives()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(2.0, requires_grad: true);
        Tensor first = autograd.grad([x.pow(4)], [x], create_graph: true)[0];
        first.ToDouble().ShouldBe(32);
        autograd.grad([first], [x])[0].ToDouble().ShouldBe(48);
    }

    [Fact]
    public void Jacobians()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new double[] { 1, 2, 3 });
        autograd.functional.jacobian((Tensor t) => t.pow(2), x).ToNumbers().ShouldBe([2, 0, 0, 0, 4, 0, 0, 0, 6]);
    }

    [Fact]
    public void RecordingIsSwitchedByScope()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(1.0, requires_grad: true);
        is_grad_enabled().ShouldBeTrue();
        using (no_grad())
        {
            is_grad_enabled().ShouldBeFalse();
            (x * 2).requires_grad.ShouldBeFalse();
            using (enable_grad()) (x * 2).requires_grad.ShouldBeTrue();
            is_grad_enabled().ShouldBeFalse();
        }
        using (set_grad_enabled(false)) is_grad_enabled().ShouldBeFalse();
        using (inference_mode()) is_inference_mode_enabled().ShouldBeTrue();
        is_inference_mode_enabled().ShouldBeFalse();
        is_grad_enabled().ShouldBeTrue();
        (x * 2).requires_grad.ShouldBeTrue();
    }

    [Fact]
    public void DetachedTensorsShareElementsButNotHistory()
    {
        using var scope = NewDisposeScope();
        Tensor x = ones(2, requires_grad: true), y = x * 2;
        (y.is_leaf, x.is_leaf).ShouldBe((false, true));
        Tensor cut = y.detach();
        cut.requires_grad.ShouldBeFalse();
        cut.fill_(9);
        y.data<float>().ToArray().ShouldBe([9, 9]);
        y.retain_grad();
        y.sum().backward();
        y.grad!.data<float>().ToArray().ShouldBe([1, 1]);
    }

    [Fact]
    public void MisuseIsReportedNotFatal()
    {
        using var scope = NewDisposeScope();
        Tensor x = ones(2, requires_grad: true);
        Should.Throw<Exception>(() => (x * 2).backward()).Message.ShouldContain("grad can be implicitly created only for scalar outputs");
        Should.Throw<Exception>(() => ones(1).sum().backward()).Message.ShouldContain("does not require grad");
        Tensor loss = (x * x).sum();
        loss.backward();
        Should.Throw<Exception>(loss.backward).Message.ShouldContain("second time");
        Should.Throw<Exception>(() => x.add_(1)).Message.ShouldContain("leaf Variable that requires grad");
        Should.Throw<Exception>(() => ones(2, int64).requires_grad_()).Message.ShouldContain("floating point");
        Tensor changed = x.exp();
        changed.add_(1);
        Should.Throw<Exception>(() => changed.sum().backward()).Message.ShouldContain("modified by an inplace operation");
    }
}
