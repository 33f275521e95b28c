using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

[Collection(ProcessWideState.Name)]
public class RandomTests
{
    [Fact]
    public void TheSameSeedGivesTheSameNumbers()
    {
        using var scope = NewDisposeScope();
        var generator = new Generator(5);
        Tensor first = randn(100, generator: generator), next = randn(100, generator: generator);
        first.Equals(next).ShouldBeFalse();
        generator.manual_seed(5);
        randn(100, generator: generator).Equals(first).ShouldBeTrue();
        randn(100, generator: new Generator(5)).Equals(first).ShouldBeTrue();
        randn(100, generator: new Generator(6)).Equals(first).ShouldBeFalse();
    }

    [Fact]
    public void KnownNumbersOfTheTwister()
    {
        using var scope = NewDisposeScope();
        rand(3, float32, generator: new Generator(0)).ToNumbers().ShouldBe([0.49625658988952637, 0.7682217955589294, 0.08847743272781372]);
        randperm(5, generator: new Generator(0)).data<long>().ToArray().ShouldBe([4, 1, 3, 0, 2], ignoreOrder: true);
    }

    [Fact]
    public void TheDefaultGeneratorFollowsManualSeed()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        Tensor first = rand(10);
        manual_seed(3).initial_seed().ShouldBe(3);
        rand(10).Equals(first).ShouldBeTrue();
    }

    [Fact]
    public void StatesAreSavedAndRestored()
    {
        using var scope = NewDisposeScope();
        var generator = new Generator(9);
        rand(7, generator: generator);
        Tensor state = generator.get_state(), expected = rand(5, generator: generator);
        generator.set_state(state);
        rand(5, generator: generator).Equals(expected).ShouldBeTrue();
        generator.initial_seed().ShouldBe(9);
    }

    [Fact]
    public void DistributionsHaveTheirMoments()
    {
        using var scope = NewDisposeScope();
        var g = new Generator(1);
        const int n = 200_000;
        Tensor Drawn(Func<Tensor, Tensor> fill) => fill(empty(n, float64));
        Moments(randn(n, float64, generator: g), 0, 1);
        Moments(rand(n, float64, generator: g), 0.5, 1.0 / 12);
        Moments(Drawn(t => t.normal_(2, 3, g)), 2, 9);
        Moments(Drawn(t => t.uniform_(-1, 3, g)), 1, 16.0 / 12);
        Moments(Drawn(t => t.bernoulli_(0.3, g)), 0.3, 0.21);
        Moments(Drawn(t => t.exponential_(2, g)), 0.5, 0.25);
        Moments(Drawn(t => t.geometric_(0.5, g)), 2, 2);
        Moments(full(n, 0.7, float64).bernoulli(g), 0.7, 0.21);
        Moments(full(n, 4.0, float64).poisson(g), 4, 4);
        Moments(randint(0, 10, new long[] { n }, generator: g).@double(), 4.5, 99.0 / 12);
        Moments(normal(1, 2, [n], float64, generator: g), 1, 4);

        static void Moments(Tensor t, double mean, double variance)
        {
            double error = 6 * Math.Sqrt(variance / n);
            t.mean().ToDouble().ShouldBe(mean, error);
            t.var().ToDouble().ShouldBe(variance, 0.05 * variance);
        }
    }

    [Fact]
    public void PermutationsAndSamples()
    {
        using var scope = NewDisposeScope();
        var g = new Generator(2);
        randperm(50, generator: g).sort().Values.Equals(arange(50)).ShouldBeTrue();
        multinomial(tensor(new[] { 0f, 1, 0 }), 4, true, g).data<long>().ToArray().ShouldBe([1, 1, 1, 1]);
        multinomial(ones(5), 5, false, g).sort().Values.Equals(arange(5)).ShouldBeTrue();
        randint_long(3, 4, g).ShouldBe(3);
        rand_float(g).ShouldBeInRange(0, 1);
    }
}
