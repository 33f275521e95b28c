namespace Geometry.Claims.Tests;

/// <summary>
/// What Alleman, Lindsey and Fusi (ICLR 2024) find in the unstructured binary task, with a fixed readout. The bounds leave room for the
/// spread of five seeds around the values of our reference runs.
/// </summary>
public class UnstructuredBinaryTests(UnstructuredBinaryRun run) : IClassFixture<UnstructuredBinaryRun>
{
    [Fact]
    public void P1_tanh_networks_are_more_aligned_with_the_target()
    {
        double[] differences = run.Differences("alignment", "Label");

        differences.ShouldAllBe(difference => difference > 0);
        differences.Average().ShouldBeInRange(0.12, 0.28); // .99 against .78
        run.Hidden("tanh", "alignment", "Label").Average().ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void P2_relu_networks_keep_the_geometry_of_the_input()
    {
        double[] differences = run.Differences("alignment", "Features");

        differences.ShouldAllBe(difference => difference < 0);
        differences.Average().ShouldBeInRange(-0.34, -0.14); // .69 against .96
        run.Hidden("relu", "alignment", "Features").Average().ShouldBeGreaterThan(0.92);
    }

    [Fact]
    public void P3_tanh_networks_are_more_abstract()
    {
        double[] differences = run.Differences("ccgp", "Label");

        differences.ShouldAllBe(difference => difference > 0);
        differences.Average().ShouldBeInRange(0.1, 0.4);
        run.Hidden("tanh", "ccgp", "Label").Average().ShouldBeGreaterThan(0.85);
    }
}
