using Geometry.Seeding;

namespace Geometry.Scores.Tests.LinearAlgebra;

public class ProductTests
{
    [Theory]
    [InlineData(3, 5, 2)]
    [InlineData(1500, 130, 117)]
    [InlineData(700, 201, 202)]
    public void Products_of_many_threads_are_those_of_one_bit_by_bit(int rows, int columns, int otherColumns)
    {
        var (a, b) = (Gaussian(rows, columns, 1), Gaussian(rows, otherColumns, 2));
        var expected = new RowMatrix(columns, otherColumns);
        new RankUpdate().Product(expected, a, b);
        ParallelProducts.Product(a, b).Values.ShouldBe(expected.Values);
        expected.Row(columns - 1)[1].ShouldBe(Enumerable.Range(0, rows).Sum(k => a.Row(k)[columns - 1] * b.Row(k)[1]), 1e-9);

        var gram = new double[a.Stride * a.Stride];
        new RankUpdate().Symmetric(gram, a.Stride, a.Values, Enumerable.Range(0, rows).ToArray(), []);
        var parallel = ParallelProducts.Symmetric(a);
        for (var i = 0; i < columns; i++)
        {
            parallel.Row(i)[i..].ToArray().ShouldBe(gram.AsSpan((i * a.Stride) + i, columns - i).ToArray());
            gram[(i * a.Stride) + columns - 1].ShouldBe(Enumerable.Range(0, rows).Sum(k => a.Row(k)[i] * a.Row(k)[columns - 1]), 1e-9);
        }
    }

    [Fact]
    public void Factors_multiply_to_the_matrix_and_solve_it()
    {
        foreach (var order in new[] { 1, 2, 3, 4, 5, 11, 12, 13, 63, 64, 65, 66, 101, 128, 150 })
        {
            var x = Gaussian(order + 3, order, order);
            var matrix = ParallelProducts.Symmetric(x);
            var factor = (double[])matrix.Values.Clone();
            Cholesky.Factor(factor, matrix.Stride, order, new RankUpdate()).ShouldBeTrue($"order {order}");
            for (var i = 0; i < order; i++)
            {
                for (var j = i; j < order; j++)
                {
                    double sum = 0;
                    for (var k = 0; k <= i; k++)
                    {
                        sum += factor[(k * matrix.Stride) + i] * factor[(k * matrix.Stride) + j];
                    }

                    sum.ShouldBe(matrix.Row(i)[j], 1e-10 * order, $"order {order}, {i}, {j}");
                }
            }

            var solution = new double[matrix.Stride];
            solution.AsSpan(0, order).Fill(1);
            Cholesky.Solve(factor, matrix.Stride, order, solution);
            for (var i = 0; i < order; i++)
            {
                var product = Enumerable.Range(0, order).Sum(j => (i <= j ? matrix.Row(i)[j] : matrix.Row(j)[i]) * solution[j]);
                product.ShouldBe(1, 1e-6, $"order {order}, row {i}");
            }
        }
    }

    [Fact]
    public void Matrices_that_are_not_definite_are_refused_in_every_row()
    {
        const int Order = 70;
        for (var bad = 0; bad < Order; bad++)
        {
            var matrix = new RowMatrix(72, Order);
            for (var i = 0; i < Order; i++)
            {
                matrix.Row(i)[i] = i == bad ? -1 : 1;
            }

            Cholesky.Factor(matrix.Values, matrix.Stride, Order, new RankUpdate()).ShouldBeFalse($"row {bad}");
        }
    }

    private static RowMatrix Gaussian(int rows, int columns, long seed)
    {
        var stream = new RandomStream(seed, "matrix");
        var matrix = new RowMatrix(rows, columns);
        for (var row = 0; row < rows; row++)
        {
            stream.FillGaussian(matrix.Row(row));
        }

        return matrix;
    }
}
