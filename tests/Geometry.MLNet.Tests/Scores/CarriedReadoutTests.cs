using Geometry.MLNet.Tests.Views;
using Geometry.Networks;
using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Scores;

/// <summary>The last hidden layer carries the readout, with which its collapse is scored.</summary>
public class CarriedReadoutTests
{
    private static readonly MlpOptions Options = new() { HiddenWidths = [5, 4], Epochs = 3, Seed = 3, CheckpointEpochs = [0] };

    private readonly MLContext _ml = new(seed: 1);

    [Theory, InlineData("Key", "Key"), InlineData("Flag", "Flag"), InlineData("ZeroOne", "ZeroOne"), InlineData("Key", null)]
    public void Collapse_with_the_readout_that_is_carried_is_that_with_the_readout_that_is_given(string label, string? target)
    {
        (MlpTransformer network, IDataView rows) = Train(label);
        string[] conditions = [target is null ? label : "Kind"];
        IDataView view = network.Transform(rows);
        IDataView through = _ml.Data.Cache(_ml.Transforms.SelectColumns("Hidden2", "Kind", label).Fit(view).Transform(view));

        ScoreEntry[] carried = Evaluate(through, _ml.Geometry.Scores.Collapse("Hidden2", conditions, target));

        Values(carried).ShouldBe(Values(Evaluate(view, _ml.Geometry.Scores.Collapse("Hidden2", conditions, Given(network), target))));
        carried.Count(entry => entry.Variant is "nc3" or "nc4").ShouldBe(2);
        carried.ShouldAllBe(entry => entry.Value.IsDefined);
    }

    [Theory, InlineData("Hidden1", "Key"), InlineData("Hidden2", "Flag"), InlineData("Features", "Key")]
    public void What_is_not_read_for_these_classes_has_neither(string column, string target)
    {
        (MlpTransformer network, IDataView rows) = Train("Key");

        ScoreEntry[] entries = Evaluate(network.Transform(rows), _ml.Geometry.Scores.Collapse(column, ["Kind"], target));

        entries.ShouldNotBeEmpty();
        entries.ShouldAllBe(entry => entry.Variant != "nc3" && entry.Variant != "nc4");
    }

    [Fact]
    public void The_last_layer_of_a_convolutional_network_carries_its_readout_too()
    {
        IDataView data = Pictures.View(_ml, 60);
        var options = new ConvNetOptions
        {
            ImageShape = [1, Pictures.Side, Pictures.Side], Architecture = ConvNetArchitecture.Parse("conv(4) pool dense(6)"), Epochs = 1, Seed = 3,
            Outputs = [new("Conv1", LayerForm.Flattened), new("Hidden1")],
        };
        ConvolutionalTransformer network = _ml.Geometry.Networks.Convolutional("Key", "Pixels", options).Fit(data);
        ConvNetLayer layer = network.Training.Network.Readout;
        var readout = new LinearReadout(layer.Weight.data<float>().ToArray(), layer.Bias?.data<float>().ToArray(), 4);

        ScoreEntry[] entries = Evaluate(network.Transform(data), _ml.Geometry.Scores.Collapse("Hidden1", ["Key"]));

        entries.Count(entry => entry.Variant is "nc3" or "nc4").ShouldBe(2);
        Values(entries).ShouldBe(Values(Evaluate(network.Transform(data), _ml.Geometry.Scores.Collapse("Hidden1", ["Key"], readout))));
        Evaluate(network.Transform(data), _ml.Geometry.Scores.Collapse("Conv1", ["Key"])).ShouldAllBe(entry => entry.Variant != "nc3");
    }

    [Fact]
    public void The_readout_is_that_of_the_view_that_is_scored()
    {
        (MlpTransformer network, IDataView rows) = Train("Key");
        MlpTransformer initial = network.AtEpoch(0);
        ScoreTransformer score = _ml.Geometry.Scores.Collapse("Hidden2", ["Kind"], "Key").Fit(network.Transform(rows));

        ScoreEntry[] entries = [.. _ml.Geometry.Scores.Collect(score.Transform(initial.Transform(rows))).Rows.Select(row => row.Entry)];

        Values(entries).ShouldBe(Values(Evaluate(initial.Transform(rows), _ml.Geometry.Scores.Collapse("Hidden2", ["Kind"], Given(initial), "Key"))));
    }

    [Fact]
    public void Without_the_readout_that_fitting_saw_the_values_are_undefined()
    {
        (MlpTransformer network, IDataView rows) = Train("Key");
        ScoreTransformer score = _ml.Geometry.Scores.Collapse("Hidden2", ["Kind"], "Key").Fit(network.Transform(rows));
        IDataView bare = _ml.Transforms.Concatenate("Hidden2", "Features", "Features").Fit(rows).Transform(rows);

        ScoreEntry[] entries = [.. _ml.Geometry.Scores.Collect(score.Transform(bare)).Rows.Select(row => row.Entry)];

        entries.Length.ShouldBe(score.SlotNames.Count);
        entries.Where(entry => !entry.Value.IsDefined).Select(entry => (entry.Variant, entry.Value.Reason)).ShouldBe(
            [("nc3", "the column carries no readout"), ("nc4", "the column carries no readout")]);
    }

    [Fact]
    public void Fewer_classes_than_outputs_leave_the_values_undefined()
    {
        (MlpTransformer network, IDataView rows) = Train("Key");
        IDataView view = _ml.Data.FilterRowsByKeyColumnFraction(network.Transform(rows), "Key", 0, 0.6);

        ScoreEntry[] entries = Evaluate(view, _ml.Geometry.Scores.Collapse("Hidden2", ["Kind"], "Key"));

        entries.Single(entry => entry.Variant == "nc3").Value.Reason.ShouldBe("the readout has outputs for left, right, top, but the classes are left, right");
    }

    private (MlpTransformer Network, IDataView Rows) Train(string label)
    {
        IDataView rows = Blobs.WithKey(_ml);
        return (_ml.Geometry.Networks.Mlp(label, "Features", Options).Fit(rows), rows);
    }

    private static LinearReadout Given(MlpTransformer transformer)
    {
        Mlp network = transformer.Training.Network;
        return new LinearReadout(
            network.Readout.Weight.data<float>().ToArray(), network.Readout.Bias?.data<float>().ToArray(), (int)network.Readout.Weight.shape[0]);
    }

    private static IEnumerable<(string, string, double)> Values(IEnumerable<ScoreEntry> entries) => entries.Select(entry => (entry.Variant, entry.Target, entry.Value.Value));

    private ScoreEntry[] Evaluate(IDataView view, ScoreEstimator estimator) => [.. _ml.Geometry.Scores.Evaluate(view, estimator).Rows.Select(row => row.Entry)];
}
