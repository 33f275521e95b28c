using Geometry.MLNet;
using Geometry.Networks;
using Geometry.Onnx.Tests.Cases;
using Microsoft.ML;
using static TorchSharp.torch;

namespace Geometry.Onnx.Tests.Checks;

/// <summary>What cannot be written is refused with what to do instead.</summary>
public sealed class RefusalTests
{
    private static readonly MLContext s_ml = new(seed: 1);

    private static readonly MlpOptions s_quick = new() { HiddenWidths = [4], Epochs = 1 };

    private static readonly Nonlinearity s_own = Nonlinearity.FromFunction("cube", x => x * x * x);

    [Fact]
    public void A_function_of_the_users_own_is_refused_by_name()
    {
        NotSupportedException perceptron = Refuse<NotSupportedException>(Fit(s_quick with { Nonlinearity = s_own }));
        NotSupportedException convolutional = Refuse<NotSupportedException>(s_ml.Geometry.Networks.Convolutional("Flag", "Features", new ConvNetOptions
        {
            ImageShape = [2, 4, 4], Architecture = ConvNetArchitecture.Parse("conv(2) dense(3)"), Epochs = 1, Nonlinearity = s_own,
        }).Fit(TransformerRow.View(s_ml)));

        perceptron.Message.ShouldStartWith("The nonlinearity 'cube' is a function of yours");
        perceptron.Message.ShouldContain("relu-ceiling(ub)");
        convolutional.Message.ShouldBe(perceptron.Message);
    }

    [Fact]
    public void A_module_of_the_users_own_is_refused()
    {
        using nn.Module<Tensor, Tensor> module = nn.Linear(TransformerRow.Width, 3);
        ITransformer transformer = s_ml.Geometry.Networks.Module(module, "Features", new ModuleOutput("Out")).Fit(TransformerRow.View(s_ml));

        Refuse<NotSupportedException>(transformer).Message.ShouldStartWith("The module over column 'Features' is code of yours");
    }

    [Fact]
    public void A_chain_with_other_steps_is_refused_with_their_names()
    {
        IDataView data = TransformerRow.View(s_ml);
        ITransformer chain = s_ml.Transforms.NormalizeMeanVariance("Features").Append(s_ml.Geometry.Networks.Mlp("Flag", "Features", s_quick)).Fit(data);

        string message = Refuse<NotSupportedException>(chain).Message;

        message.ShouldStartWith("The chain has 2 steps: ");
        message.ShouldContain("MlpTransformer. An ONNX file holds one network");
        message.ShouldContain("chain.OfType<MlpTransformer>().Single()");
        message.ShouldContain("ml.Geometry.Model.Save");
    }

    [Fact]
    public void Two_networks_are_refused()
    {
        IDataView data = TransformerRow.View(s_ml);
        ITransformer chain = s_ml.Geometry.Networks.Mlp("Flag", "Features", s_quick).Append(s_ml.Geometry.Networks.Mlp("Flag", "Hidden1", s_quick)).Fit(data);

        Refuse<NotSupportedException>(chain).Message.ShouldStartWith("The chain has 2 steps: MlpTransformer, MlpTransformer.");
    }

    [Fact]
    public void Transformers_that_are_no_network_are_refused()
    {
        IDataView data = TransformerRow.View(s_ml);

        Refuse<NotSupportedException>(s_ml.Transforms.NormalizeMeanVariance("Features").Fit(data)).Message.ShouldContain("stock transformers by ml.Model.ConvertToOnnx");
        Refuse<NotSupportedException>(s_ml.Geometry.Scores.Alignment("Features", ["Kind"], target: "Flag").Fit(data)).Message.ShouldStartWith("ScoreTransformer is no network");
    }

    [Fact]
    public void An_unknown_column_is_refused_with_those_there_are() =>
        Refuse<ArgumentException>(Fit(s_quick), new() { OutputColumnNames = ["Hidden2"] }).Message.ShouldBe(
            "OnnxExportOptions.OutputColumnNames has 'Hidden2', which the network does not add. It adds: Hidden1, Score, Probability, PredictedLabel.");

    [Fact]
    public void Names_that_stand_for_two_values_or_none_are_refused()
    {
        MlpTransformer network = Fit(s_quick);

        Refuse<ArgumentException>(network, new() { InputName = "Score" }).Message.ShouldContain("Set OnnxExportOptions.InputName to another name.");
        Refuse<ArgumentException>(network, new() { OutputColumnNames = ["Score", "Score"] }).Message.ShouldStartWith("The name 'Score' stands for two values");
        Refuse<ArgumentException>(network, new() { OutputColumnNames = [] }).Message.ShouldBe("An ONNX file needs at least one output.");
        Refuse<ArgumentException>(network, new() { BatchDimensionName = "" }).Message.ShouldContain("names that are not empty");
    }

    [Fact]
    public void A_layer_that_the_network_lacks_is_refused()
    {
        using Mlp network = new(3, 1, s_quick);

        Should.Throw<ArgumentException>(() => OnnxModel.Write(network, new OnnxSignature { InputName = "x", Outputs = [new("y", "Conv1")] }, Stream.Null))
            .Message.ShouldBe("The output 'y' is to be of layer 'Conv1', which the network lacks. It has: Hidden1, Readout.");
    }

    private static MlpTransformer Fit(MlpOptions options) => s_ml.Geometry.Networks.Mlp("Flag", "Features", options).Fit(TransformerRow.View(s_ml));

    private static TException Refuse<TException>(ITransformer transformer, OnnxExportOptions? options = null)
        where TException : Exception => Should.Throw<TException>(() => s_ml.Geometry.Model.ConvertToOnnx(transformer, Stream.Null, options));
}
