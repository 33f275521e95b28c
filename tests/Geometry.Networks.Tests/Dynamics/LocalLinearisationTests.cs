using Geometry.Seeding;

namespace Geometry.Networks.Tests;

public class LocalLinearisationTests
{
    [Theory]
    [InlineData("tanh")]
    [InlineData("softplus")]
    public void Should_Be_The_Derivative_Of_Every_Layer(string text)
    {
        const double Step = 1e-2;
        const int Conditions = 3, Dimensions = 5;
        using Mlp network = new(Dimensions, 1, new MlpOptions { HiddenWidths = [7, 6, 4], Nonlinearity = Nonlinearity.Parse(text) });
        double[] inputs = new double[Conditions * Dimensions];
        new RandomStream(1, "inputs").FillGaussian(inputs.AsSpan());
        IReadOnlyList<EffectiveWeights> layers = LocalLinearisation.Of(network, inputs);
        layers.Select(layer => layer.Layer).ShouldBe(["Hidden1", "Hidden2", "Hidden3"]);
        for (int d = 0; d < Dimensions; d++)
        {
            double[] up = [.. inputs], down = [.. inputs];
            for (int i = 0; i < Conditions; i++)
            {
                up[(i * Dimensions) + d] += Step;
                down[(i * Dimensions) + d] -= Step;
            }

            IReadOnlyList<EffectiveWeights> above = LocalLinearisation.Of(network, up), below = LocalLinearisation.Of(network, down);
            for (int l = 0; l < layers.Count; l++)
            {
                for (int i = 0; i < Conditions; i++)
                {
                    for (int k = 0; k < layers[l].Width; k++)
                    {
                        int place = (i * layers[l].Width) + k;
                        double difference = (above[l].Preactivations.Span[place] - below[l].Preactivations.Span[place]) / (2 * Step);
                        layers[l].Row(i, k)[d].ShouldBe(difference, 1e-3);
                        layers[l].JacobianRow(i, k)[d].ShouldBe(layers[l].Slopes.Span[place] * difference, 1e-3);
                    }
                }
            }
        }
    }

    [Fact]
    public void Should_Go_Through_The_Networks_Own_Activations()
    {
        using Mlp network = new(4, 1, new MlpOptions { HiddenWidths = [5, 3], Nonlinearity = Nonlinearity.Relu });
        using TorchSharp.DisposeScope scope = TorchSharp.torch.NewDisposeScope();
        float[] input = [0.3f, -1, 0.2f, 2];
        float[] hidden = network.ForwardLayers(TorchSharp.torch.tensor(input).reshape(1, 4)).Hidden[1].data<float>().ToArray();
        EffectiveWeights layer = LocalLinearisation.Of(network, Array.ConvertAll(input, value => (double)value))[1];
        for (int k = 0; k < 3; k++)
        {
            Math.Max(0, layer.Preactivations.Span[k]).ShouldBe(hidden[k], 1e-5);
        }

        Should.Throw<ArgumentException>(() => LocalLinearisation.Of(network, new double[5])).Message.ShouldStartWith("5 input values do not make rows of 4 features.");
    }
}
