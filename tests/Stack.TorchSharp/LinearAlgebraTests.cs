using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

public class LinearAlgebraTests
{
    private static Tensor Random(params long[] shape) => randn(shape, float64, generator: new Generator(11));

    private static Tensor Positive(long n)
    {
        Tensor a = Random(n, n);
        return a.mm(a.t()) + eye(n, dtype: float64);
    }

    [Fact]
    public void ProductsAgree()
    {
        using var scope = NewDisposeScope();
        Tensor a = Random(3, 4), b = Random(4, 5), v = Random(4);
        Tensor product = a.mm(b);
        product[1, 2].ToDouble().ShouldBe(Enumerable.Range(0, 4).Sum(k => a[1, k].ToDouble() * b[k, 2].ToDouble()), 1e-12);
        matmul(a, b).ShouldBeClose(product);
        einsum("ij,jk->ik", a, b).ShouldBeClose(product);
        linalg.multi_dot([a, b]).ShouldBeClose(product);
        a.tensordot(b, 1).ShouldBeClose(product);
        a.tensordot(b, [1], [0]).ShouldBeClose(product);
        bmm(a.unsqueeze(0), b.unsqueeze(0))[0].ShouldBeClose(product);
        a.mv(v).ShouldBeClose(a.matmul(v));
        v.dot(v).ShouldBeClose((v * v).sum());
        inner(v, v).ShouldBeClose(v.dot(v));
        outer(v, v).ShouldBeClose(v.unsqueeze(1) * v);
        ones(3, 5, float64).addmm(a, b, 2, 0.5f).ShouldBeClose(2 + 0.5 * product);
        ones(2, 3, 5, float64).baddbmm(a.expand(2, 3, 4), b.expand(2, 4, 5)).ShouldBeClose((1 + product).expand(2, 3, 5));
        ones(3, float64).addmv(a, v).ShouldBeClose(1 + a.mv(v));
        kron(eye(2, dtype: float64), a).shape.ShouldBe([6, 8]);
        a.mm(a.t()).matrix_power(2).ShouldBeClose(a.mm(a.t()).mm(a.mm(a.t())));
    }

    [Fact]
    public void CholeskyFactorsAndSolves()
    {
        using var scope = NewDisposeScope();
        Tensor a = Positive(5), b = Random(5, 2);
        Tensor l = linalg.cholesky(a);
        l.mm(l.t()).ShouldBeClose(a);
        l.triu(1).abs().max().ToDouble().ShouldBe(0);
        a.mm(b.cholesky_solve(l)).ShouldBeClose(b);
        cholesky_inverse(l).ShouldBeClose(linalg.inv(a));
        l.mm(linalg.solve_triangular(l, b, upper: false)).ShouldBeClose(b);
        linalg.cholesky_ex(-a).info.ToInt32().ShouldBeGreaterThan(0);
        Should.Throw<Exception>(() => linalg.cholesky(-a)).Message.ShouldContain("positive-definite");
    }

    [Fact]
    public void SystemsAreSolved()
    {
        using var scope = NewDisposeScope();
        Tensor a = Random(4, 4), b = Random(4, 3);
        a.mm(linalg.solve(a, b)).ShouldBeClose(b);
        a.mm(linalg.inv(a)).ShouldBeClose(eye(4, dtype: float64));
        a.inverse().ShouldBeClose(linalg.inv(a));
        linalg.det(a).ToDouble().ShouldBe(a.det().ToDouble(), 1e-12);
        (Tensor sign, Tensor logarithm) = linalg.slogdet(a);
        (sign.ToDouble() * Math.Exp(logarithm.ToDouble())).ShouldBe(a.det().ToDouble(), 1e-9);
        (Tensor p, Tensor lower, Tensor upper) = linalg.lu(a);
        p.mm(lower).mm(upper).ShouldBeClose(a);
        (Tensor lu, Tensor pivots) = linalg.lu_factor(a);
        a.mm(linalg.lu_solve(lu, pivots, b)).ShouldBeClose(b);
        Should.Throw<Exception>(() => linalg.inv(zeros(2, 2))).Message.ShouldContain("singular");
    }

    [Fact]
    public void LeastSquares()
    {
        using var scope = NewDisposeScope();
        Tensor a = Random(10, 3), b = Random(10, 2);
        Tensor solution = linalg.lstsq(a, b).Solution;
        a.t().mm(a.mm(solution) - b).ShouldBeClose(zeros(3, 2, float64));
        linalg.pinv(a).mm(b).ShouldBeClose(solution);
        a.pinverse().ShouldBeClose(linalg.pinv(a));
        linalg.matrix_rank(a).ToInt32().ShouldBe(3);
    }

    [Fact]
    public void Spectra()
    {
        using var scope = NewDisposeScope();
        Tensor a = Positive(4);
        (Tensor values, Tensor vectors) = linalg.eigh(a);
        vectors.mul(values).mm(vectors.t()).ShouldBeClose(a);
        linalg.eigvalsh(a).ShouldBeClose(values);
        linalg.eigvalsh(a, 'U').ShouldBeClose(values);
        linalg.eigvals(a).real.sort().Values.ShouldBeClose(values);
        values.prod().ToDouble().ShouldBe(a.det().ToDouble(), 1e-9);
        linalg.cond(a).ToDouble().ShouldBe(values[-1].ToDouble() / values[0].ToDouble(), 1e-9);

        Tensor b = Random(5, 3);
        (Tensor u, Tensor s, Tensor vh) = linalg.svd(b, fullMatrices: false);
        (u * s).mm(vh).ShouldBeClose(b);
        linalg.svd(b).U.shape.ShouldBe([5, 5]);
        linalg.svdvals(b).ShouldBeClose(s);
        (Tensor q, Tensor r) = linalg.qr(b);
        q.mm(r).ShouldBeClose(b);
        q.t().mm(q).ShouldBeClose(eye(3, dtype: float64));
        linalg.qr(b, linalg.QRMode.Complete).Q.shape.ShouldBe([5, 5]);
        linalg.matrix_exp(zeros(2, 2)).ShouldBeClose(eye(2));
    }

    [Fact]
    public void BatchesAreSolvedOneByOne()
    {
        using var scope = NewDisposeScope();
        Tensor a = Random(3, 4, 4), b = Random(3, 4, 2);
        Tensor all = linalg.solve(a, b);
        for (int i = 0; i < 3; i++) all[i].ShouldBeClose(linalg.solve(a[i], b[i]));
        linalg.svdvals(a).shape.ShouldBe([3, 4]);
    }

    [Fact]
    public void ShapesThatDoNotMatchAreRefused()
    {
        using var scope = NewDisposeScope();
        Should.Throw<Exception>(() => zeros(2, 3).mm(zeros(2, 3))).Message.ShouldContain("mat1 and mat2 shapes cannot be multiplied");
        Should.Throw<Exception>(() => linalg.cholesky(zeros(2, 3))).Message.ShouldContain("must be batches of square matrices");
        Should.Throw<Exception>(() => zeros(2, 2).mm(zeros(2, 2, float64)));
    }
}
