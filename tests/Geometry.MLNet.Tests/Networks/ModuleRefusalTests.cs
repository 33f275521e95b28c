using Geometry.MLNet.Tests.Views;
using Microsoft.ML;
using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.MLNet.Tests.Networks;

/// <summary>A module that does not fit its column, or whose parts are not there, is refused when it is bound.</summary>
public class ModuleRefusalTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void A_submodule_that_there_is_not_is_named_with_those_that_there_are() =>
        Should.Throw<ArgumentException>(() => Fit(Network(), new ModuleOutput("Hidden", "tanh"))).Message
            .ShouldBe("The module has no submodule 'tanh'. It has: fc, act.");

    [Fact]
    public void An_input_shape_that_does_not_hold_the_column_is_refused() =>
        Should.Throw<ArgumentException>(() => Fit(Network(), new ModuleOptions { InputShape = [1, 28, 28] }, new ModuleOutput("Out"))).Message
            .ShouldBe("The input shape [1, 28, 28] does not hold the 2 numbers of column 'Features'. (Parameter 'input')");

    [Fact]
    public void A_submodule_that_is_not_called_is_named() =>
        Should.Throw<InvalidOperationException>(() => Fit(new Bypassing(), new ModuleOutput("Hidden", "inner"))).Message
            .ShouldBe("The module ran without its submodule 'inner'. Hooks see submodules that are run by call(), not by forward().");

    [Fact]
    public void An_output_that_has_no_rows_is_refused() =>
        Should.Throw<InvalidOperationException>(() => Fit(new Summing(), new ModuleOutput("Out"))).Message
            .ShouldBe("For one row the module gave a tensor of shape []; a column needs one row of output for each row of input, rows first.");

    [Fact]
    public void A_module_for_another_width_fails_when_it_is_bound() =>
        Should.Throw<Exception>(() => Fit(nn.Linear(3, 2), new ModuleOutput("Out"))).ShouldNotBeNull();

    [Fact]
    public void No_output_is_an_error() =>
        Should.Throw<ArgumentException>(() => _ml.Geometry.Networks.Module(Network(), "Features")).Message
            .ShouldBe("Name at least one output of the module. (Parameter 'outputs')");

    [Fact]
    public void One_column_for_two_outputs_is_an_error() =>
        Should.Throw<ArgumentException>(() => _ml.Geometry.Networks.Module(Network(), "Features", new ModuleOutput("A", "fc"), new ModuleOutput("A"))).Message
            .ShouldBe("The output column 'A' is named twice. (Parameter 'outputs')");

    [Fact]
    public void Options_out_of_range_are_listed_when_the_estimator_is_made() =>
        Should.Throw<ArgumentException>(() => _ml.Geometry.Networks.Module(
            Network(), "Features", [new ModuleOutput("A")], new ModuleOptions { BatchSize = 0, InputShape = [2, 0] })).Message
            .ShouldBe("ModuleOptions: BatchSize (0) must be at least 1, and each dimension of InputShape (2, 0) at least 1.");

    private ModuleTransformer Fit(nn.Module<Tensor, Tensor> module, params ModuleOutput[] outputs) => Fit(module, new ModuleOptions(), outputs);

    private ModuleTransformer Fit(nn.Module<Tensor, Tensor> module, ModuleOptions options, params ModuleOutput[] outputs) =>
        _ml.Geometry.Networks.Module(module, "Features", outputs, options).Fit(Blobs.View(_ml));

    private static nn.Module<Tensor, Tensor> Network() => nn.Sequential(("fc", nn.Linear(2, 3)), ("act", nn.Tanh()));

    private sealed class Bypassing : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> inner = nn.Linear(2, 2);

        public Bypassing()
            : base(nameof(Bypassing)) => RegisterComponents();

        public override Tensor forward(Tensor input) => inner.forward(input);
    }

    private sealed class Summing() : nn.Module<Tensor, Tensor>(nameof(Summing))
    {
        public override Tensor forward(Tensor input) => input.sum();
    }
}
