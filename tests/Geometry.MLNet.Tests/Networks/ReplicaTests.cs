using Geometry.MLNet.Tests.Views;
using Geometry.Networks;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Networks;

/// <summary>Several networks on the same rows: one transformer for each, the one that it would be alone.</summary>
public class ReplicaTests
{
    private static readonly MlpOptions[] Options =
    [
        new() { HiddenWidths = [7], Epochs = 3, Seed = 1, CheckpointEpochs = [0, 2] },
        new() { HiddenWidths = [5, 6], Epochs = 5, Seed = 2, Nonlinearity = Nonlinearity.Relu, InputNoise = 0.1 },
        new() { HiddenWidths = [4], Epochs = 2, Seed = 3, Optimizer = MlpOptimizer.Sgd, Readout = ReadoutMode.FixedBalanced },
        new() { HiddenWidths = [4], Epochs = 2, Seed = 4, Nonlinearity = Nonlinearity.FromFunction("cube", x => x * x * x) },
    ];

    private readonly MLContext _ml = new(seed: 1);

    [Theory]
    [InlineData("Flag", 1)]
    [InlineData("Flag", 3)]
    [InlineData("Key", null)]
    [InlineData("Flags", null)]
    public void Each_transformer_is_that_of_the_network_alone(string label, int? threads)
    {
        IDataView data = Blobs.WithKey(_ml);

        IReadOnlyList<MlpTransformer> together = _ml.Geometry.Networks.Mlp(label, "Features", Options).Fit(data, threads);

        together.Count.ShouldBe(Options.Length);
        for (int i = 0; i < Options.Length; i++)
        {
            MlpTransformer alone = _ml.Geometry.Networks.Mlp(label, "Features", Options[i]).Fit(data);
            together[i].OutputColumnNames.ShouldBe(alone.OutputColumnNames);
            together[i].Training.History.ShouldBe(alone.Training.History);
            Hidden(together[i].Transform(data)).ShouldBe(Hidden(alone.Transform(data)));
        }

        Hidden(together[0].AtEpoch(2).Transform(data)).ShouldNotBe(Hidden(together[0].Transform(data)));
    }

    [Fact]
    public void Rows_that_were_read_once_serve_any_estimator_of_the_same_columns()
    {
        IDataView data = Blobs.View(_ml);

        TrainingRows rows = _ml.Geometry.Networks.Mlp("Flag", "Features").Read(data);

        (rows.LabelColumnName, rows.FeatureColumnName, rows.Count).ShouldBe(("Flag", "Features", 120));
        foreach (MlpOptions options in Options)
        {
            MlpEstimator estimator = _ml.Geometry.Networks.Mlp("Flag", "Features", options);
            estimator.Fit(rows).Training.History.ShouldBe(estimator.Fit(data).Training.History);
        }
    }

    [Fact]
    public void Rows_of_other_columns_or_another_kind_of_label_are_refused()
    {
        TrainingRows rows = _ml.Geometry.Networks.Mlp("ZeroOne", "Features").Read(Blobs.View(_ml));

        Should.Throw<ArgumentException>(() => _ml.Geometry.Networks.Mlp("Flag", "Features").Fit(rows)).Message.ShouldBe(
            "The rows have label 'ZeroOne' and features 'Features', but the network learns 'Flag' from 'Features'. "
            + "Read the rows with an estimator of the same columns.");
        var squared = new MlpOptions { Loss = MlpLoss.MeanSquaredError };
        const string Message = "Label column 'ZeroOne' was read as Binary targets, but the network's loss makes it Real. "
            + "Read the rows with an estimator of the same MlpOptions.Loss.";
        Should.Throw<ArgumentException>(() => _ml.Geometry.Networks.Mlp("ZeroOne", "Features", squared).Fit(rows)).Message.ShouldBe(Message);
        Should.Throw<ArgumentException>(() => _ml.Geometry.Networks.Mlp("ZeroOne", "Features", [new(), squared]).Fit(Blobs.View(_ml))).Message.ShouldBe(Message);
    }

    [Fact]
    public void Networks_without_a_seed_get_different_ones_from_the_context()
    {
        IDataView data = Blobs.View(_ml);
        MlpOptions options = Options[0] with { Seed = null };

        IReadOnlyList<MlpTransformer> first = _ml.Geometry.Networks.Mlp("Flag", "Features", [options, options]).Fit(data);
        var again = new MLContext(seed: 1);
        IReadOnlyList<MlpTransformer> second = again.Geometry.Networks.Mlp("Flag", "Features", [options, options]).Fit(Blobs.View(again));

        Hidden(first[0].Transform(data)).ShouldNotBe(Hidden(first[1].Transform(data)));
        second.Select(one => one.Training.History[^1]).ShouldBe(first.Select(one => one.Training.History[^1]));
    }

    [Fact]
    public void A_network_that_diverges_is_an_error_and_so_is_none_at_all()
    {
        MlpOptions wild = new() { Optimizer = MlpOptimizer.Sgd, LearningRate = 1e30, Loss = MlpLoss.MeanSquaredError, Nonlinearity = Nonlinearity.Relu, Epochs = 50 };

        Should.Throw<TrainingDivergedException>(() => _ml.Geometry.Networks.Mlp("Height", "Features", [wild with { LearningRate = 0.01 }, wild]).Fit(Blobs.View(_ml)))
            .Message.ShouldContain("LearningRate (now 1E+30");
        Should.Throw<ArgumentException>(() => _ml.Geometry.Networks.Mlp("Flag", "Features", networks: [])).Message.ShouldStartWith("There is no network to train");
    }

    [Fact]
    public void Training_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        _ml.Log += (_, e) =>
        {
            if (e.Message.Contains("network 2, epoch 3 of", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        };
        MlpOptions endless = Options[0] with { Epochs = 10_000_000 };

        Should.Throw<OperationCanceledException>(
            () => _ml.Geometry.Networks.Mlp("Flag", "Features", [endless, endless]).Fit(Blobs.View(_ml), cancellationToken: stop.Token));
    }

    [Fact]
    public void Of_many_epochs_the_log_has_ever_fewer()
    {
        List<string> lines = [];
        _ml.Log += (_, e) => lines.Add(e.RawMessage);

        _ml.Geometry.Networks.Mlp("Flag", "Features", new MlpOptions { HiddenWidths = [2], Epochs = 234, BatchSize = 200 }).Fit(Blobs.View(_ml));

        lines.Where(line => line.StartsWith("epoch ", StringComparison.Ordinal)).Select(line => int.Parse(line.Split(' ')[1])).ShouldBe(
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 234]);
    }

    private static float[] Hidden(IDataView view) => [.. Columns.Vectors(view, "Hidden1").SelectMany(row => row)];
}
