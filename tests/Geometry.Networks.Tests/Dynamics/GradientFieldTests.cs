namespace Geometry.Networks.Tests;

public class GradientFieldTests
{
    [Theory]
    [InlineData("tanh", true)]
    [InlineData("relu", false)]
    [InlineData("sigmoid", true)]
    public void Should_Be_The_Closed_Form_On_Orthogonal_Points(string text, bool isPositive)
    {
        const double R = SamplePoints.Radius;
        LearningPoints points = SamplePoints.Orthogonal();
        SelectivityPlane plane = Plane(points, isPositive);
        Nonlinearity nonlinearity = Nonlinearity.Parse(text);
        double[] u = new double[4], values = new double[4], f = new double[4];
        foreach (FieldArrow arrow in GradientField.Compute(points, plane, nonlinearity, gridPoints: 8))
        {
            plane.Preactivations(arrow.Inter, arrow.Intra, u);
            u[plane.First].ShouldBe(R * ((arrow.Inter / 2) + (arrow.Intra / Math.Sqrt(2))), 1e-9);
            nonlinearity.Evaluate(u, values, f);
            arrow.InterChange.ShouldBe(R / 4 * f.Sum(), 1e-9);
            arrow.InterChange.ShouldBeGreaterThanOrEqualTo(0);
            arrow.IntraChange.ShouldBe(R / (2 * Math.Sqrt(2)) * (f[plane.First] - f[plane.Second]), 1e-9);
        }
    }

    [Fact]
    public void Should_Leave_Linear_Neurons_Their_Intra_Class_Selectivity()
    {
        LearningPoints points = SamplePoints.Orthogonal();
        GradientField.Compute(points, Plane(points, true), Nonlinearity.Linear).ShouldAllBe(arrow => Math.Abs(arrow.IntraChange) < 1e-12);
    }

    [Fact]
    public void Should_Pull_Tanh_To_The_Class_And_Relu_To_One_Condition()
    {
        LearningPoints points = SamplePoints.Orthogonal();
        SelectivityPlane plane = Plane(points, true);
        FieldArrow[] tanh = [.. GradientField.Compute(points, plane, Nonlinearity.Tanh, gridPoints: 20)];
        tanh.ShouldAllBe(arrow => Math.Abs(arrow.IntraChange) < 1e-12 || arrow.Inter * arrow.Intra * arrow.IntraChange < 0);
        FieldArrow[] cone = [.. GradientField.Compute(points, plane, Nonlinearity.Relu, gridPoints: 20)
            .Where(arrow => arrow.Inter > 0 && arrow.Intra > arrow.Inter / Math.Sqrt(2))];
        cone.ShouldNotBeEmpty();
        cone.ShouldAllBe(arrow => arrow.IntraChange >= (arrow.InterChange / Math.Sqrt(2)) - 1e-9);
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("rectified-tanh")]
    [InlineData("elu(2)")]
    [InlineData("saturating-dead-zone(0.5, 1)")]
    public void Should_Be_The_Mean_Over_Noise(string text)
    {
        const int Samples = 60_000;
        const double Noise = 1.5;
        LearningPoints points = SamplePoints.Orthogonal();
        SelectivityPlane plane = Plane(points, true);
        Nonlinearity nonlinearity = Nonlinearity.Parse(text);
        (double Inter, double Intra) at = (0.12, -0.2);
        FieldArrow arrow = GradientField.Compute(points, plane, nonlinearity, [at], noise: Noise)[0];

        // The axes of orthogonal points, written out.
        double half = 0.5, root = 1 / Math.Sqrt(2);
        double[] inter = [half, half, -half, -half], intra = [root, -root, 0, 0], value = new double[1], slope = new double[1];
        double[] weights = [.. inter.Zip(intra, (a, b) => (at.Inter * a) + (at.Intra * b))];
        var stream = new Geometry.Seeding.RandomStream(1, "noise");
        double along = 0, across = 0, squares = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            double interSum = 0, intraSum = 0;
            for (int i = 0; i < 4; i++)
            {
                double[] x = [.. Enumerable.Range(0, 4).Select(j => points.Inputs.Span[(i * 4) + j] + (Noise * stream.NextGaussian()))];
                nonlinearity.Evaluate([x.Zip(weights, (a, b) => a * b).Sum()], value, slope);
                double drive = points.Errors.Span[i] * slope[0];
                interSum += drive * x.Zip(inter, (a, b) => a * b).Sum();
                intraSum += drive * x.Zip(intra, (a, b) => a * b).Sum();
            }

            along += interSum / Samples;
            across += intraSum / Samples;
            squares += ((interSum * interSum) + (intraSum * intraSum)) / Samples;
        }

        double error = 4 * Math.Sqrt(squares / Samples);
        arrow.InterChange.ShouldBe(along, error + 0.005);
        arrow.IntraChange.ShouldBe(across, error + 0.005);
        GradientField.Compute(points, plane, nonlinearity, [at], noise: Noise, radialTerm: false)[0].ShouldNotBe(arrow);
    }

    [Theory]
    [InlineData("tanh", 0)]
    [InlineData("tanh", 1)]
    [InlineData("relu", 0.7)]
    public void Should_Be_The_Start_Of_Trajectories(string text, double noise)
    {
        const double Time = 1e-6;
        LearningPoints points = SamplePoints.Random(dimensions: 12);
        SelectivityPlane positive = Plane(points, true), negative = Plane(points, false);
        double[] weights = new double[12];
        (double Inter, double Intra) at = (0.21, 0.13);

        // Weights in the plane are a combination of the inputs, found by the preactivations they must have.
        double[] u = new double[4];
        negative.Preactivations(at.Inter, at.Intra, u);
        double[] solution = Solve(points.Gram.ToArray(), u);
        for (int d = 0; d < 12; d++)
        {
            weights[d] = Enumerable.Range(0, 4).Sum(i => solution[i] * points.Inputs.Span[(i * 12) + d]);
        }

        var options = new WeightDynamicsOptions { Nonlinearity = Nonlinearity.Parse(text), Noise = noise, Tolerance = 1e-7 };
        WeightDynamicsResult result = WeightDynamics.Run(points, weights, [], [-1.0], [0, Time], options);
        (double Inter, double Intra) start = result.Coordinates(0, 0, positive, negative), end = result.Coordinates(1, 0, positive, negative);
        start.Inter.ShouldBe(at.Inter, 1e-9);
        start.Intra.ShouldBe(at.Intra, 1e-9);
        FieldArrow arrow = GradientField.Compute(points, negative, options.Nonlinearity, [at], noise: noise)[0];
        ((end.Inter - start.Inter) / Time).ShouldBe(arrow.InterChange, 1e-3 * (1 + Math.Abs(arrow.InterChange)));
        ((end.Intra - start.Intra) / Time).ShouldBe(arrow.IntraChange, 1e-3 * (1 + Math.Abs(arrow.IntraChange)));
    }

    private static SelectivityPlane Plane(LearningPoints points, bool isPositive) =>
        SelectivityPlane.TryCreate(points, isPositive, out SelectivityPlane? plane, out _) ? plane : throw new InvalidOperationException();

    // Gauss elimination, 4 x 4.
    private static double[] Solve(double[] matrix, double[] right)
    {
        double[] b = [.. right];
        for (int column = 0; column < 4; column++)
        {
            for (int row = column + 1; row < 4; row++)
            {
                double factor = matrix[(row * 4) + column] / matrix[(column * 4) + column];
                for (int j = 0; j < 4; j++)
                {
                    matrix[(row * 4) + j] -= factor * matrix[(column * 4) + j];
                }

                b[row] -= factor * b[column];
            }
        }

        for (int row = 3; row >= 0; row--)
        {
            for (int j = row + 1; j < 4; j++)
            {
                b[row] -= matrix[(row * 4) + j] * b[j];
            }

            b[row] /= matrix[(row * 4) + row];
        }

        return b;
    }
}
