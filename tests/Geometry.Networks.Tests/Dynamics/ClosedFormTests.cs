namespace Geometry.Networks.Tests;

public class ClosedFormTests
{
    private const double Third = 1d / 3;

    [Fact]
    public void Should_Make_Relu_Neurons_Of_One_Condition_On_The_Simplex()
    {
        WeightDynamicsResult result = Run(SamplePoints.Simplex(), Nonlinearity.Relu);
        double both = 0.25 + (Math.Asin(-Third) / (2 * Math.PI));
        SelectivityFractions fractions = result.Selectivity(result.Last);
        fractions.All.ShouldBe(both, FourErrors(both));
        fractions.Some.ShouldBe(1 - both, FourErrors(both));
        fractions.None.ShouldBe(0, 0.002);
        result.TargetAlignment(result.Last)!.Value.ShouldBe(0.712, 0.012);
        result.InputAlignment(result.Last)!.Value.ShouldBe(0.985, 0.006);
        Parallelism(result).ShouldBe(0.178, 0.02);
    }

    [Fact]
    public void Should_Silence_A_Quarter_Of_Relu_Neurons_On_Orthogonal_Points()
    {
        WeightDynamicsResult result = Run(SamplePoints.Orthogonal(), Nonlinearity.Relu);
        SelectivityFractions fractions = result.Selectivity(result.Last);
        fractions.All.ShouldBe(0.25, FourErrors(0.25));
        fractions.Some.ShouldBe(0.5, FourErrors(0.5));
        fractions.None.ShouldBe(0.25, FourErrors(0.25));
        result.TargetAlignment(result.Last)!.Value.ShouldBe(0.905, 0.01);
        result.InputAlignment(result.Last)!.Value.ShouldBe(0.870, 0.012);
        Parallelism(result).ShouldBe(0.5, 0.025);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Should_Make_Every_Tanh_Neuron_One_Of_The_Class(bool isCentred)
    {
        WeightDynamicsResult result = Run(isCentred ? SamplePoints.Simplex() : SamplePoints.Orthogonal(), Nonlinearity.Tanh);
        result.Selectivity(result.Last).All.ShouldBe(1);
        result.TargetAlignment(result.Last)!.Value.ShouldBe(1, 0.001);
        result.InputAlignment(result.Last)!.Value.ShouldBe(1 / Math.Sqrt(3), 0.01);
        Parallelism(result).ShouldBe(1, 0.005);
    }

    [Fact]
    public void Should_Equalise_The_Amplitudes_Of_A_Saturating_Rectifier()
    {
        // Started small, units are sorted as those of relu are before they meet the ceiling.
        var options = new WeightDynamicsOptions { Nonlinearity = Nonlinearity.ReluCeiling(1), Neurons = 4000, Gain = 0.001, Duration = 20_000 };
        WeightDynamicsResult result = WeightDynamics.Run(SamplePoints.Simplex(), options);
        result.TargetAlignment(result.Last)!.Value.ShouldBe(0.813, 0.015);
        result.InputAlignment(result.Last)!.Value.ShouldBe(0.945, 0.012);
        Parallelism(result).ShouldBe(0.328, 0.03);
    }

    [Fact]
    public void Should_Grow_At_The_Rates_Of_The_Closed_Forms()
    {
        LearningPoints points = SamplePoints.Simplex();
        var options = new WeightDynamicsOptions { Nonlinearity = Nonlinearity.Relu, Neurons = 400, Duration = 400 };
        WeightDynamicsResult result = WeightDynamics.Run(points, options);
        NeuronSelectivity[] kinds = result.SelectivityOf(result.Last);
        double step = result.Times[^1] - result.Times[^2], square = SamplePoints.Radius * SamplePoints.Radius;
        for (int k = 0; k < result.Neurons; k++)
        {
            IReadOnlyList<int> preferred = points.Class(0, result.PrefersPositive(k));
            double rate = preferred.Max(i => result.Preactivation(result.Last, k, i) - result.Preactivation(result.Last - 1, k, i)) / step;
            rate.ShouldBe(kinds[k] == NeuronSelectivity.All ? square / 4 : 3 * square / 8, 0.01 * square);
        }
    }

    [Fact]
    public void Should_Leave_The_Exclusive_Or_To_Biases_For_An_Odd_Function()
    {
        LearningPoints xor = SamplePoints.Xor();
        WeightDynamicsResult still = WeightDynamics.Run(xor, new WeightDynamicsOptions { Neurons = 50 });
        still.WeightGrowth(still.Last)!.Value.ShouldBe(0, 1e-6);
        WeightDynamicsResult biased = WeightDynamics.Run(xor, new WeightDynamicsOptions { Neurons = 50, BiasGain = 1 });
        biased.WeightGrowth(biased.Last)!.Value.ShouldBeGreaterThan(0.1);
        WeightDynamicsResult relu = WeightDynamics.Run(xor, new WeightDynamicsOptions { Neurons = 50, Nonlinearity = Nonlinearity.Relu });
        relu.WeightGrowth(relu.Last)!.Value.ShouldBeGreaterThan(1);
        SelectivityPlane.TryCreate(xor, true, out _, out string? reason).ShouldBeFalse();
        reason.ShouldBe("the classes do not differ in their mean input, so that there is no direction between them");
    }

    private static WeightDynamicsResult Run(LearningPoints points, Nonlinearity nonlinearity) =>
        WeightDynamics.Run(points, new WeightDynamicsOptions { Nonlinearity = nonlinearity, Neurons = 8000, Gain = 0.01, Duration = 1000, Samples = 4 });

    private static double FourErrors(double probability) => 4 * Math.Sqrt(probability * (1 - probability) / 8000);

    // The larger mean cosine of the two pairings of two positive and two negative conditions.
    private static double Parallelism(WeightDynamicsResult result)
    {
        double[] responses = result.Responses(result.Last);
        double Product(int a, int b, int c, int d)
        {
            double sum = 0;
            for (int k = 0; k < result.Neurons; k++)
            {
                sum += (responses[(a * result.Neurons) + k] - responses[(b * result.Neurons) + k])
                    * (responses[(c * result.Neurons) + k] - responses[(d * result.Neurons) + k]);
            }

            return sum;
        }

        double Cosine(int a, int b, int c, int d) => Product(a, b, c, d) / Math.Sqrt(Product(a, b, a, b) * Product(c, d, c, d));
        return Math.Max(Cosine(0, 2, 1, 3), Cosine(0, 3, 1, 2));
    }
}
