using Geometry.Seeding;

namespace Geometry.Scores.Tests.Parallelism;

public class PairingSearchTests
{
    [Theory]
    [InlineData(6, 6)]
    [InlineData(5, 3)]
    [InlineData(6, 4)]
    public void The_search_finds_nearly_what_trying_all_finds_and_never_more(int first, int second)
    {
        double found = 0;
        double exact = 0;
        for (var seed = 1; seed <= 10; seed++)
        {
            var vectors = Vectors(first, second, seed);
            var best = Pairings.Best(vectors).Value!.Value;
            var search = PairingSearch.Best(vectors, 20, new RandomStream(seed, "search"))!.Value;
            search.ShouldBeLessThanOrEqualTo(best + 1e-12);
            found += search;
            exact += best;
        }

        found.ShouldBe(exact, 0.02 * exact);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(8, 8, 40320)]
    [InlineData(5, 3, 150)]
    [InlineData(7, 1, 1)]
    public void Ways_to_pair_are_counted(int first, int second, double ways) => Pairings.CountOf(first, second).ShouldBe(ways, 1e-6);

    [Fact]
    public void Trying_all_counts_the_onto_maps() => Pairings.Best(Vectors(5, 3, 1)).Count.ShouldBe(150);

    [Fact]
    public void The_linear_assignment_is_the_best_of_all()
    {
        var stream = new RandomStream(3, "costs");
        for (var trial = 0; trial < 20; trial++)
        {
            var costs = new double[5, 5];
            for (var i = 0; i < 25; i++)
            {
                costs[i / 5, i % 5] = stream.NextGaussian();
            }

            double Cost(IReadOnlyList<int> columns) => columns.Select((j, i) => costs[i, j]).Sum();
            IEnumerable<int[]> Orders(int[] rest) => rest.Length == 0 ? [[]] : rest.SelectMany(j => Orders([.. rest.Where(k => k != j)]).Select(o => (int[])[j, .. o]));

            Cost(LinearAssignment.Solve(costs)).ShouldBe(Orders([0, 1, 2, 3, 4]).Min(Cost), 1e-12);
        }
    }

    [Fact]
    public void A_planted_pairing_of_twenty_conditions_is_found_and_called_a_lower_bound()
    {
        var stream = new RandomStream(4, "planted");
        var values = new float[20 * 30];
        stream.FillGaussian(values.AsSpan(0, 300));
        var order = stream.Permutation(10);
        for (var i = 0; i < 300; i++)
        {
            values[300 + order[i / 30] * 30 + i % 30] = values[i] + (i % 30 == 0 ? 4 : 0);
        }

        var entry = Scores.Parallelism.Evaluate(
            new Representation(values, 20, 30),
            Samples.Conditions([.. Enumerable.Range(0, 20)]),
            [new Dichotomy("planted", [.. Enumerable.Range(0, 20).Select(c => c < 10)])])[0];

        entry.Value.Value.ShouldBe(1, 1e-5);
        entry.N.ShouldBe(21);
        entry.Warnings.ShouldBe(["a lower bound: the best of 21 searches among 3.63e+6 pairings"]);
    }

    [Fact]
    public void Equal_conditions_are_not_paired_by_the_search_either()
    {
        var conditions = Samples.Conditions([.. Enumerable.Range(0, 20)]);
        var target = new Dichotomy("t", [.. Enumerable.Range(0, 20).Select(c => c < 10)]);

        Scores.Parallelism.Evaluate(new Representation(new float[60], 20, 3), conditions, [target])[0].Value.Reason
            .ShouldBe("every pairing of 't' pairs two conditions with equal responses");
    }

    private static CodingVectors Vectors(int first, int second, long seed)
    {
        var matrix = new RowMatrix(first + second, 7);
        new RandomStream(seed, "vectors").FillGaussian(matrix.Values);
        var kernel = new RowMatrix(matrix.Rows, matrix.Rows);
        for (var i = 0; i < matrix.Rows * matrix.Rows; i++)
        {
            kernel.Row(i / matrix.Rows)[i % matrix.Rows] = VectorKernels.Dot(matrix.PaddedRow(i / matrix.Rows), matrix.PaddedRow(i % matrix.Rows));
        }

        return new CodingVectors(kernel, [.. Enumerable.Range(0, first)], [.. Enumerable.Range(first, second)]);
    }
}
