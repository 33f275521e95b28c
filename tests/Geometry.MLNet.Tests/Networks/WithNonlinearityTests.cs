using Geometry.MLNet.Tests.Views;
using Geometry.Networks;
using Microsoft.ML;
using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.MLNet.Tests.Networks;

/// <summary>The nonlinearity of a user's module is swapped while it runs, and only then.</summary>
public class WithNonlinearityTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Theory, InlineData(true), InlineData(false)]
    public void Columns_are_those_of_the_other_function(bool inplace)
    {
        IDataView data = Blobs.View(_ml);
        var linear = nn.Linear(2, 3);
        var network = nn.Sequential(("fc", linear), ("act", nn.ReLU(inplace)), ("last", nn.Linear(3, 1)));
        ModuleEstimator estimator = _ml.Geometry.Networks.Module(network, "Features", new ModuleOutput("Drive", "fc"), new ModuleOutput("Hidden", "act"), new ModuleOutput("Out"));
        ModuleEstimator swapped = estimator.WithNonlinearity(Nonlinearity.Tanh);
        estimator.ReplacedNonlinearities.ShouldBeEmpty();
        swapped.ReplacedNonlinearities.ShouldBe([new ReplacedNonlinearity("act", "ReLU")]);

        float[][] before = Columns.Vectors(estimator.Fit(data).Transform(data), "Out");
        IDataView view = swapped.Fit(data).Transform(data);
        float[] drive = [.. Columns.Vectors(view, "Drive").SelectMany(row => row)];
        drive.ShouldContain(value => value < 0);
        Columns.Vectors(view, "Hidden").SelectMany(row => row).ToArray().ShouldBe(drive.Select(MathF.Tanh), 1e-6);
        Columns.Vectors(view, "Out").ShouldNotBe(before);
        Columns.Vectors(estimator.Fit(data).Transform(data), "Out").ShouldBe(before);
    }

    [Fact]
    public void A_module_without_activations_is_refused() =>
        Should.Throw<ArgumentException>(() => _ml.Geometry.Networks.Module(nn.Sequential(("fc", nn.Linear(2, 3))), "Features", new ModuleOutput("Out"))
            .WithNonlinearity(Nonlinearity.Relu)).Message.ShouldStartWith("The network has no activation submodule");

    [Fact]
    public void An_activation_that_is_not_called_is_named()
    {
        ModuleEstimator estimator = _ml.Geometry.Networks.Module(new Bypassing(), "Features", new ModuleOutput("Out")).WithNonlinearity(Nonlinearity.Relu);
        Should.Throw<InvalidOperationException>(() => estimator.Fit(Blobs.View(_ml))).Message
            .ShouldStartWith("The module ran without its submodules 'act', so their nonlinearity is not swapped. Hooks see submodules that are run by call(), not by forward().");
    }

    private sealed class Bypassing : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> act = nn.Tanh();

        public Bypassing()
            : base(nameof(Bypassing)) => RegisterComponents();

        public override Tensor forward(Tensor input) => act.forward(input);
    }
}
