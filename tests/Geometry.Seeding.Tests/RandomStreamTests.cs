using FsCheck;
using FsCheck.Fluent;

namespace Geometry.Seeding.Tests;

public sealed class RandomStreamTests
{
    [Fact]
    public void Same_seed_and_name_give_the_same_numbers() =>
        Prop.ForAll<long, NonEmptyString>((seed, name) =>
            Draw(new RandomStream(seed, name.Get)).SequenceEqual(Draw(new RandomStream(seed, name.Get)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_seed_or_name_gives_other_numbers()
    {
        uint[] reference = Draw(new RandomStream(1, StreamNames.Task));
        Draw(new RandomStream(2, StreamNames.Task)).ShouldNotBe(reference);
        Draw(new RandomStream(1, StreamNames.Noise)).ShouldNotBe(reference);
        Draw(new RandomStream(1, StreamNames.Task).Fork(0)).ShouldNotBe(reference);
        Draw(new RandomStream(1, StreamNames.Task).Fork("child")).ShouldNotBe(reference);
    }

    [Fact]
    public void A_fork_does_not_depend_on_what_was_drawn_before()
    {
        var fresh = new RandomStream(7, "a");
        var used = new RandomStream(7, "a");
        used.FillGaussian(new float[1000]);
        Draw(used.Fork(3)).ShouldBe(Draw(fresh.Fork(3)));
        Draw(used.Fork("x")).ShouldBe(Draw(fresh.Fork("x")));
    }

    [Fact]
    public void Forks_of_many_indexes_differ() =>
        Enumerable.Range(0, 10_000).Select(i => new RandomStream(1, "many").Fork(i).NextUInt64()).Distinct().Count().ShouldBe(10_000);

    // Known answers of Random123's kat_vectors for philox4x32, 10 rounds.
    [Theory]
    [InlineData(0ul, 0ul, 0ul, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    public void The_block_function_gives_the_published_answers(ulong key, ulong stream, ulong counter, uint a, uint b, uint c, uint d) =>
        Philox.Block(key, stream, counter).ShouldBe((a, b, c, d));

    [Fact]
    public void Integers_are_uniform()
    {
        var stream = new RandomStream(3, "integers");
        var counts = new int[6];
        for (int i = 0; i < 60_000; i++)
        {
            counts[stream.NextInt32(6)]++;
        }

        // Chi-squared with 5 degrees of freedom: 20.5 is passed once in a thousand seeds.
        counts.Sum(count => Math.Pow(count - 10_000, 2) / 10_000).ShouldBeLessThan(20.5);
    }

    [Fact]
    public void Uniform_fills_lie_in_the_unit_interval_and_have_its_moments()
    {
        var singles = new float[100_000];
        new RandomStream(4, "u").FillUniform(singles);
        singles.ShouldAllBe(x => x >= 0 && x < 1);
        singles.Average(x => (double)x).ShouldBe(0.5, 0.005);
        var doubles = new double[100_000];
        new RandomStream(5, "u").FillUniform(doubles);
        doubles.ShouldAllBe(x => x >= 0 && x < 1);
        doubles.Average(x => (x - 0.5) * (x - 0.5)).ShouldBe(1 / 12d, 0.001);
    }

    [Fact]
    public void Gaussian_fills_have_the_moments_and_tails_of_the_normal_law()
    {
        var singles = new float[400_000];
        new RandomStream(6, "g").FillGaussian(singles);
        var doubles = new double[400_000];
        new RandomStream(6, "g").FillGaussian(doubles);
        foreach (double[] sample in new[] { Array.ConvertAll(singles, x => (double)x), doubles })
        {
            sample.Average().ShouldBe(0, 0.006);
            sample.Average(x => x * x).ShouldBe(1, 0.009);
            sample.Average(x => x * x * x * x).ShouldBe(3, 0.09);
            (sample.Count(x => Math.Abs(x) > 1.959964) / (double)sample.Length).ShouldBe(0.05, 0.0015);
            // Neighbours within a chunk and the two halves of a pair are uncorrelated.
            sample.Skip(1).Zip(sample, (a, b) => a * b).Average().ShouldBe(0, 0.006);
            sample.Skip(128).Zip(sample, (a, b) => a * b).Average().ShouldBe(0, 0.006);
        }
    }

    [Fact]
    public void Single_gaussians_have_the_moments_of_the_normal_law()
    {
        var stream = new RandomStream(8, "g");
        double[] sample = [.. Enumerable.Range(0, 100_000).Select(_ => stream.NextGaussian())];
        sample.Average().ShouldBe(0, 0.012);
        sample.Average(x => x * x).ShouldBe(1, 0.018);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(257)]
    public void The_first_numbers_of_a_fill_do_not_depend_on_its_length(int length)
    {
        var part = new float[length];
        new RandomStream(9, "g").FillGaussian(part);
        var whole = new float[1000];
        new RandomStream(9, "g").FillGaussian(whole);
        part.ShouldBe(whole[..length]);
    }

    [Fact]
    public void A_permutation_holds_every_element_once_and_reaches_every_place()
    {
        var stream = new RandomStream(10, "p");
        var places = new int[5, 5];
        for (int i = 0; i < 5000; i++)
        {
            int[] order = stream.Permutation(5);
            order.Order().ShouldBe([0, 1, 2, 3, 4]);
            for (int k = 0; k < 5; k++)
            {
                places[k, order[k]]++;
            }
        }

        places.Cast<int>().ShouldAllBe(count => Math.Abs(count - 1000) < 130); // 4.6 standard deviations
    }

    [Fact]
    public void Misuse_is_refused()
    {
        Should.Throw<ArgumentException>(() => new RandomStream(1, ""));
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomStream(1, "x").NextInt32(0));
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomStream(1, "x").Permutation(-1));
    }

    private static uint[] Draw(RandomStream stream) => [.. Enumerable.Range(0, 9).Select(_ => stream.NextUInt32())];
}
