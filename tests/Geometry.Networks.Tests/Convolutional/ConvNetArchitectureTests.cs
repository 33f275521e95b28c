namespace Geometry.Networks.Tests.Convolutional;

public class ConvNetArchitectureTests
{
    public static TheoryData<string> Known => [.. ConvNetArchitecture.Known.Select(architecture => architecture.Name)];

    [Theory, MemberData(nameof(Known))]
    public void Should_Read_Back_Its_Name_And_Its_Parts(string name)
    {
        ConvNetArchitecture architecture = ConvNetArchitecture.Parse(name.ToUpperInvariant());
        architecture.Name.ShouldBe(name);
        ConvNetArchitecture again = ConvNetArchitecture.Parse(architecture.Text);
        again.Parts.ShouldBe(architecture.Parts);
        again.LayerNames.ShouldBe(architecture.LayerNames);
    }

    [Theory]
    [InlineData("paper", 2, 0), InlineData("vgg6", 6, 0), InlineData("vgg8", 8, 0), InlineData("resnet8", 1, 3), InlineData("resnet14", 1, 6), InlineData("resnet18", 1, 8)]
    public void Should_Have_The_Parts_That_Its_Name_Says(string name, int convolutions, int blocks)
    {
        IReadOnlyList<ConvNetPart> parts = ConvNetArchitecture.Parse(name).Parts;
        parts.Count(part => part.Kind == ConvNetPartKind.Convolution).ShouldBe(convolutions);
        parts.Count(part => part.Kind == ConvNetPartKind.Residual).ShouldBe(blocks);
    }

    [Fact]
    public void Should_Name_Its_Layers_Before_There_Is_A_Network()
    {
        ConvNetArchitecture.Paper.LayerNames.ShouldBe(["Conv1", "Pool1", "Conv2", "Pool2", "Hidden1", "Hidden2"]);
        ConvNetArchitecture.ResNet8.LayerNames.ShouldBe(["Conv1", "Block1Inner", "Block1", "Block2Inner", "Block2", "Block3Inner", "Block3", "Average"]);
        ConvNetBlueprint blueprint = ConvNetBlueprint.Of([3, 32, 32], 10, new ConvNetOptions { Architecture = ConvNetArchitecture.ResNet18 });
        blueprint.Layers.Select(layer => layer.Name).ShouldBe(ConvNetArchitecture.ResNet18.LayerNames);
        blueprint.Layers[^2].Dimensions.ShouldBe([512, 4, 4]);
        blueprint.Layers[^1].Dimensions.ShouldBe([512]);
    }

    [Theory]
    [InlineData("resnet9", "The architecture 'resnet9' is unknown. Did you mean 'resnet8'? Known: paper, ")]
    [InlineData("conv(8) poll", "In the architecture 'conv(8) poll', 'poll' is no part. Write conv(maps,kernel,stride), pool, ")]
    [InlineData("conv(8,4)", "A convolution has a kernel of 4 pixels; it must be an odd number from 1 to 31.")]
    [InlineData("dense(0)", "A dense layer has 0 units; it must have from 1 to 65536.")]
    [InlineData("residual(8,9)", "A stride is 9 pixels; it must be from 1 to 8.")]
    [InlineData("conv(8) average pool", "The architecture 'conv(8,3) average pool' has 'pool' behind 'average', which leaves no maps. Only dense layers can follow it.")]
    public void Should_Say_What_Is_Wrong_With_A_Text(string text, string message) =>
        Should.Throw<ArgumentException>(() => ConvNetArchitecture.Parse(text)).Message.ShouldStartWith(message);

    [Fact]
    public void Should_Say_That_Images_Are_Too_Small() =>
        Should.Throw<ArgumentException>(() => ConvNetBlueprint.Of([1, 8, 12], 2, new ConvNetOptions { Architecture = ConvNetArchitecture.Vgg8 })).Message.ShouldBe(
            "Images of 8 x 12 pixels are too small for the architecture 'vgg8': its layer Pool4 would halve maps of 1 x 1. Give larger images, for example by "
            + "ResizeImages, or choose an architecture with fewer pools.");

    [Fact]
    public void Should_Refuse_A_Shape_That_Is_None() =>
        Should.Throw<ArgumentException>(() => ConvNetBlueprint.Of([28, 28], 2, new ConvNetOptions())).Message
            .ShouldStartWith("The shape of images is [28, 28]; it must be channels, height and width, each at least 1, such as [1, 28, 28].");
}
