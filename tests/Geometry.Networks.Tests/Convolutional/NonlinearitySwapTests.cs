using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks.Tests.Convolutional;

public class NonlinearitySwapTests
{
    private static readonly float[] Input = [-2, -0.5f, 0.25f, 3];

    [Theory, InlineData(true), InlineData(false)]
    public void Should_Replace_Activations_And_Give_Them_Back(bool inplace)
    {
        using DisposeScope scope = NewDisposeScope();
        nn.Module<Tensor, Tensor> network = nn.Sequential(
            ("first", nn.Identity()), ("body", nn.Sequential(("act", nn.ReLU(inplace)), ("again", nn.Tanh()))), ("last", nn.Identity()));
        float[] before = Run(network);
        using (NonlinearitySwap swap = NonlinearitySwap.Apply(network, Nonlinearity.Abs))
        {
            swap.Replaced.ShouldBe([new("body.act", "ReLU"), new("body.again", "Tanh")]);
            swap.NotRun.ShouldBe(["body.act", "body.again"]);
            Run(network).ShouldBe(Input.Select(Math.Abs));
            swap.NotRun.ShouldBeEmpty();
        }

        Run(network).ShouldBe(before);
        using (NonlinearitySwap.Apply(network, Nonlinearity.Linear, "body.again"))
        {
            Run(network).ShouldBe(Input.Select(value => Math.Max(value, 0)));
        }
    }

    [Fact]
    public void Should_Let_The_Network_Be_Trained()
    {
        using DisposeScope scope = NewDisposeScope();
        var network = nn.Sequential(("fc", nn.Linear(4, 4, hasBias: false)), ("act", nn.ReLU()));
        Tensor weight = network.parameters().Single();
        using NonlinearitySwap swap = NonlinearitySwap.Apply(network, Nonlinearity.Tanh);
        Tensor input = tensor(Input, [1, 4]);
        Tensor swapped = autograd.grad([network.call(input).sum()], [weight])[0];
        Tensor direct = autograd.grad([input.mm(weight.t()).tanh().sum()], [weight])[0];
        MlpTests.Values(swapped).ShouldBe(MlpTests.Values(direct), 1e-6);
    }

    [Fact]
    public void Should_Serve_Several_Threads()
    {
        var network = nn.Sequential(("act", nn.ReLU()), ("again", nn.ReLU()));
        using NonlinearitySwap swap = NonlinearitySwap.Apply(network, Nonlinearity.Parse("shifted-relu(1)"));
        Parallel.For(0, 200, i =>
        {
            using DisposeScope scope = NewDisposeScope();
            MlpTests.Values(network.call(full(3, 2, i))).ShouldAllBe(value => value == i + 2);
        });
    }

    [Fact]
    public void Should_Refuse_What_It_Cannot_Replace()
    {
        var network = nn.Sequential(("fc", nn.Linear(2, 2)), ("act", nn.Tanh()));
        Should.Throw<ArgumentException>(() => NonlinearitySwap.Apply(nn.Sequential(("fc", nn.Linear(2, 2))), Nonlinearity.Relu)).Message
            .ShouldStartWith("The network has no activation submodule, such as nn.ReLU() or nn.Tanh(), whose nonlinearity could be replaced. "
                + "A function that its forward applies itself, such as x.relu(), is out of reach: make a submodule of it. The submodules are: fc.");
        Should.Throw<ArgumentException>(() => NonlinearitySwap.Apply(network, Nonlinearity.Relu, "fc")).Message
            .ShouldStartWith("The submodule 'fc', whose nonlinearity is to be replaced, is no activation. The activations are: act.");
        Should.Throw<ArgumentException>(() => NonlinearitySwap.Plan(network, "relu")).Message.ShouldContain("'relu', whose nonlinearity is to be replaced, does not exist");
    }

    private static float[] Run(nn.Module<Tensor, Tensor> network) => MlpTests.Values(network.call(tensor(Input, [1, 4])));
}
