using Geometry.Seeding;

namespace Geometry.Scores.Tests.LinearAlgebra;

public class SymmetricEigenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(23)]
    public void Both_ways_find_the_same_values_and_the_vectors_belong_to_them(int order)
    {
        var matrix = new RowMatrix(order, order);
        var stream = new RandomStream(order, "matrix");
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                matrix.Row(i)[j] = matrix.Row(j)[i] = stream.NextGaussian();
            }
        }

        var (values, vectors) = SymmetricEigen.Vectors(matrix);
        for (var k = 0; k < order; k++)
        {
            for (var i = 0; i < order; i++)
            {
                VectorKernels.Dot(matrix.PaddedRow(i), vectors.PaddedRow(k)).ShouldBe(values[k] * vectors.Row(k)[i], 1e-12 * order);
            }
        }

        var expected = values.OrderDescending().ToArray();
        var found = SymmetricEigen.Values(matrix);
        for (var k = 0; k < order; k++)
        {
            found[k].ShouldBe(expected[k], 1e-12 * order);
        }
    }

    [Fact]
    public void Repeated_and_zero_values_are_found()
    {
        var matrix = new RowMatrix(6, 6);
        foreach (var i in new[] { 1, 3, 4 })
        {
            matrix.Row(i)[i] = 2;
        }

        var values = SymmetricEigen.Values(matrix);

        values.Take(3).ShouldAllBe(v => Math.Abs(v - 2) < 1e-14);
        values.Skip(3).ShouldAllBe(v => Math.Abs(v) < 1e-14);
    }
}
