using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks.Tests.Convolutional;

public class ConvNetTests
{
    private static readonly Nonlinearity Bend = Nonlinearity.FromFunction("bend", x => x / (1 + x.abs()));

    public static TheoryData<string, bool, string> Combinations
    {
        get
        {
            TheoryData<string, bool, string> data = [];
            foreach (ConvNetArchitecture architecture in ConvNetArchitecture.Known)
            {
                foreach (bool batchNormalisation in new[] { false, true })
                {
                    foreach (string nonlinearity in new[] { "relu", "tanh", "linear", "bend" })
                    {
                        data.Add(architecture.Name, batchNormalisation, nonlinearity);
                    }
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Combinations))]
    public void Should_Run_Forward_And_Backward(string architecture, bool batchNormalisation, string nonlinearity)
    {
        using DisposeScope scope = NewDisposeScope();
        ConvNetOptions options = new()
        {
            Architecture = ConvNetArchitecture.Parse(architecture), BatchNormalisation = batchNormalisation,
            Nonlinearity = nonlinearity == "bend" ? Bend : Nonlinearity.Parse(nonlinearity),
        };
        int side = options.Architecture.Parts.Any(part => part.Kind == ConvNetPartKind.Residual) ? 6 : 16;
        using ConvNet network = new([2, side, side], 3, options);
        Tensor images = Images(4, 2, side);
        ConvNetOutputs outputs = network.ForwardLayers(images);
        outputs.Layers.Select(layer => string.Join('x', layer.shape)).ShouldBe(
            network.Blueprint.Layers.Select(layer => $"4x{string.Join('x', layer.Dimensions)}"));
        outputs.Logits.shape.ShouldBe([4, 3]);
        IList<Tensor> gradients = autograd.grad([(outputs.Logits * outputs.Logits).sum()], [.. network.parameters()], allow_unused: true);
        gradients.ShouldAllBe(gradient => MlpTests.Values(gradient).All(float.IsFinite));
        MlpTests.Values(gradients[0]).ShouldContain(value => value != 0);
        network.parameters().Count().ShouldBe(gradients.Count);
    }

    [Fact]
    public void Should_Compute_Its_Layers_As_TorchSharp_Does()
    {
        using DisposeScope scope = NewDisposeScope();
        using ConvNet network = new([3, 9, 7], 2, SampleImages.Options with { Architecture = ConvNetArchitecture.Parse("conv(4,5) pool conv(5,3,2) dense(6)") });
        Tensor images = Images(3, 3, 9, 7);
        ConvNetOutputs outputs = network.ForwardLayers(images);
        IReadOnlyList<ConvNetLayer> layers = network.WeightLayers;
        Tensor first = nn.functional.conv2d(images, layers[0].Weight, layers[0].Bias, [1, 1], [2, 2]).tanh();
        Tensor pooled = nn.MaxPool2d(2).call(first);
        Tensor second = nn.functional.conv2d(pooled, layers[1].Weight, layers[1].Bias, [2, 2], [1, 1]).tanh();
        Tensor dense = (second.reshape(3, -1).mm(layers[2].Weight.t()) + layers[2].Bias!).tanh();
        ShouldBeNear(outputs.Layers, [first, pooled, second, dense]);
        ShouldBeNear([outputs.Logits], [dense.mm(network.Readout.Weight.t()) + network.Readout.Bias!]);
        ShouldBeNear([network.call(images.reshape(3, -1))], [outputs.Logits]);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Should_Compute_Residual_Blocks_As_TorchSharp_Does(bool training)
    {
        using DisposeScope scope = NewDisposeScope();
        using ConvNet network = new([2, 6, 6], 2, SampleImages.Options with
        {
            Architecture = ConvNetArchitecture.Parse("residual(2) residual(3,2) average"), BatchNormalisation = true,
        });
        network.train(training);
        Tensor images = Images(5, 2, 6);
        IReadOnlyList<ConvNetLayer> layers = network.WeightLayers;
        Tensor Normalised(int layer, Tensor input, long stride)
        {
            long pad = layers[layer].Weight.shape[2] / 2;
            Tensor drive = nn.functional.conv2d(input, layers[layer].Weight, null, [stride, stride], [pad, pad]);

            // Scale 1 and shift 0; statistics of the batch while training, else mean 0 and variance 1.
            Tensor mean = training ? drive.mean([0L, 2L, 3L], keepdim: true) : zeros(1);
            Tensor variance = training ? ((drive - mean) * (drive - mean)).mean([0L, 2L, 3L], keepdim: true) : ones(1);
            return (drive - mean) / (variance + 1e-5).sqrt();
        }

        Tensor inner = Normalised(0, images, 1).tanh();
        Tensor block = (images + Normalised(1, inner, 1)).tanh();
        Tensor secondInner = Normalised(2, block, 2).tanh();
        Tensor secondBlock = (Normalised(4, block, 2) + Normalised(3, secondInner, 1)).tanh();
        ConvNetOutputs outputs = network.ForwardLayers(images);
        ShouldBeNear(outputs.Layers, [inner, block, secondInner, secondBlock, secondBlock.mean([2L, 3L])]);
    }

    [Fact]
    public void Should_Start_From_The_Same_Weights_Whatever_The_Nonlinearity()
    {
        using ConvNet tanh = new([1, 8, 8], 3, SampleImages.Options with { Nonlinearity = Nonlinearity.Tanh });
        using ConvNet bend = new([1, 8, 8], 3, SampleImages.Options with { Nonlinearity = Bend });
        using ConvNet other = new([1, 8, 8], 3, SampleImages.Options with { Seed = 8 });
        SampleImages.Weights(bend).ShouldBe(SampleImages.Weights(tanh));
        SampleImages.Weights(other).ShouldNotBe(SampleImages.Weights(tanh));

        // 36 inputs: uniform in (-1, 1) / 6.
        using ConvNet uniform = new([1, 8, 8], 3, SampleImages.Options with { Initialisation = MlpInitialisation.TorchLike });
        TensorMemory.ToArray(uniform.WeightLayers[1].Weight).Max(Math.Abs).ShouldBeInRange(0.8f / 6, 1 / 6f);
    }

    [Fact]
    public void Should_Fix_The_Readout()
    {
        using ConvNet network = new([1, 8, 8], 2, SampleImages.Options with { Readout = ReadoutMode.FixedBalanced });
        network.Readout.Bias.ShouldBeNull();
        network.Readout.Weight.requires_grad.ShouldBeFalse();
        TensorMemory.ToArray(network.Readout.Weight).Sum().ShouldBe(0, 1e-6);
        network.parameters().Count().ShouldBe(2 * (network.WeightLayers.Count - 1));
    }

    [Theory, InlineData("resnet8", "relu-ceiling(2)"), InlineData("conv(4) dense(3)", "gelu")]
    public void Should_Come_Back_As_It_Was_Saved(string architecture, string nonlinearity)
    {
        using DisposeScope scope = NewDisposeScope();
        using ConvNet network = new([1, 8, 8], 3, new ConvNetOptions
        {
            Architecture = ConvNetArchitecture.Parse(architecture), Nonlinearity = Nonlinearity.Parse(nonlinearity), Readout = ReadoutMode.FixedGaussian,
        });
        network.call(Images(4, 1, 8));
        network.eval();
        using MemoryStream stream = new();
        network.Save(stream);
        stream.WriteByte(42);
        stream.Position = 0;
        using ConvNet loaded = ConvNet.Load(stream), copy = network.Copy();
        stream.ReadByte().ShouldBe(42);
        foreach (ConvNet other in new[] { loaded, copy })
        {
            SampleImages.Weights(other).ShouldBe(SampleImages.Weights(network));
            MlpTests.Values(other.call(Images(2, 1, 8))).ShouldBe(MlpTests.Values(network.call(Images(2, 1, 8))));
            other.Blueprint.Architecture.Name.ShouldBe(network.Blueprint.Architecture.Name);
            other.Blueprint.Readout.ShouldBe(ReadoutMode.FixedGaussian);
            other.Readout.Weight.requires_grad.ShouldBeFalse();
        }
    }

    [Theory, InlineData("resnet8"), InlineData("vgg6"), InlineData("conv(2) average dense(3)")]
    public void Should_Be_Saved_Under_The_Names_Of_Its_State(string architecture)
    {
        using ConvNet network = new([1, 8, 8], 3, new ConvNetOptions { Architecture = ConvNetArchitecture.Parse(architecture) });
        using ConvNet other = new([1, 8, 8], 3, new ConvNetOptions { Architecture = ConvNetArchitecture.Parse(architecture), Seed = 7 });
        using MemoryStream stream = new();
        network.Save(stream);
        stream.Position = 0;
        SafetensorsFile file = SafetensorsFile.Read(stream);
        file.Tensors.Select(tensor => tensor.Name).ShouldBe(network.state_dict().Keys, ignoreOrder: true);
        ModuleWeights.Load(other, file);
        SampleImages.Weights(other).ShouldBe(SampleImages.Weights(network));
    }

    [Fact]
    public void Should_Refuse_What_It_Cannot_Read()
    {
        using ConvNet network = new([1, 8, 8], 2, SampleImages.Options with { Nonlinearity = Bend });
        using MemoryStream stream = new();
        network.Save(stream);
        byte[] bytes = stream.ToArray();
        Should.Throw<InvalidOperationException>(() => ConvNet.Load(new MemoryStream(bytes))).Message.ShouldContain("Nonlinearity.FromFunction(\"bend\", ...)");
        using (ConvNet.Load(new MemoryStream(bytes), Bend))
        {
            Should.Throw<InvalidDataException>(() => ConvNet.Load(new MemoryStream(bytes[..^1]), Bend)).Message.ShouldContain("truncated");
            bytes[7]++;
            Should.Throw<InvalidDataException>(() => ConvNet.Load(new MemoryStream(bytes), Bend)).Message.ShouldContain("no safetensors file");
        }
    }

    private static Tensor Images(int count, int channels, int height, int width = 0)
    {
        width = width == 0 ? height : width;
        var values = new float[count * channels * height * width];
        new Geometry.Seeding.RandomStream(3, "images").FillGaussian(values.AsSpan());
        return tensor(values, [count, channels, height, width]);
    }

    private static void ShouldBeNear(IReadOnlyList<Tensor> actual, Tensor[] expected)
    {
        actual.Count.ShouldBe(expected.Length);
        foreach ((Tensor one, Tensor other) in actual.Zip(expected))
        {
            one.shape.ShouldBe(other.shape);
            MlpTests.Values(one).ShouldBe(MlpTests.Values(other), 1e-5);
        }
    }
}
