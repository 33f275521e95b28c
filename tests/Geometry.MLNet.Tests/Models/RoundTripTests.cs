using Geometry.MLNet.Tests.Views;
using Geometry.Networks;
using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Tests.Models;

/// <summary>What was loaded is what was saved, to the bit: every architecture, nonlinearity and kind of label, and what else a model has.</summary>
public class RoundTripTests
{
    private static readonly string[] s_labels = ["Flag", "Key", "Flags", "Height"];

    private readonly MLContext _ml = new(seed: 1);

    public static TheoryData<string> Nonlinearities => [.. Nonlinearity.KnownNames.Select(name => name.Split('(')[0])];

    public static TheoryData<string> Architectures =>
        [.. ConvNetArchitecture.Known.Where(one => one.Name is not "resnet18" and not "vgg8").Select(one => one.Name), "conv(2,3,2) residual(3,2) dense(4)", "conv(2) average", "dense(3) dense(2)"];

    [Theory, MemberData(nameof(Nonlinearities))]
    public void Perceptrons_of_every_nonlinearity_and_kind_of_label(string nonlinearity)
    {
        IDataView data = Blobs.WithKey(_ml);
        for (int i = 0; i < s_labels.Length; i++)
        {
            var options = new MlpOptions
            {
                HiddenWidths = i % 2 == 0 ? [5] : [4, 3], Nonlinearity = Nonlinearity.Parse(nonlinearity), Epochs = 1, Seed = i,
                Loss = s_labels[i] == "Height" ? MlpLoss.MeanSquaredError : null, Readout = i == 0 ? ReadoutMode.FixedBalanced : ReadoutMode.Trained,
            };
            ShouldComeBack(_ml.Geometry.Networks.Mlp(s_labels[i], "Features", options).Fit(data), data);
        }
    }

    [Theory, MemberData(nameof(Architectures))]
    public void Convolutional_networks_of_every_architecture_and_kind_of_label(string architecture)
    {
        IDataView data = Pictures.View(_ml, 12);
        ConvNetArchitecture parts = ConvNetArchitecture.Parse(architecture);
        foreach (string label in new[] { "Key", "Stands" })
        {
            var options = new ConvNetOptions { ImageShape = [1, 8, 8], Architecture = parts, Epochs = 1, Seed = 3, BatchNormalisation = label == "Key" };
            ConvolutionalTransformer model = _ml.Geometry.Networks.Convolutional(label, "Pixels", options).Fit(data);
            var loaded = (ConvolutionalTransformer)ShouldComeBack(model, data);
            loaded.Training.Network.Blueprint.Architecture.ShouldBe(parts);
            loaded.Training.History.ShouldBe(model.Training.History);
        }
    }

    [Fact]
    public void The_networks_of_a_replica_estimator()
    {
        IDataView data = Blobs.View(_ml);
        MlpOptions[] networks = [.. Enumerable.Range(1, 3).Select(seed => new MlpOptions { HiddenWidths = [4], Epochs = 2, Seed = seed })];
        foreach (MlpTransformer model in _ml.Geometry.Networks.Mlp("Flag", "Features", networks).Fit(data))
        {
            ShouldComeBack(model, data);
        }
    }

    [Fact]
    public void The_record_of_training_and_the_networks_of_epochs()
    {
        IDataView data = Blobs.View(_ml);
        var options = new MlpOptions { HiddenWidths = [4], Epochs = 3, CheckpointEpochs = [0, 2], Seed = 1 };
        MlpTransformer model = _ml.Geometry.Networks.Mlp("Flag", "Features", options).Fit(data);
        var loaded = (MlpTransformer)ShouldComeBack(model, data);
        loaded.Training.History.ShouldBe(model.Training.History);
        loaded.Training.Laziness.ShouldBe(model.Training.Laziness);
        loaded.Training.StopReason.ShouldBe(model.Training.StopReason);
        Saved.Values(loaded.AtEpoch(2), data).ShouldBe(Saved.Values(model.AtEpoch(2), data));
        Saved.Values(loaded.AtEpoch(0), data).ShouldNotBe(Saved.Values(model.AtEpoch(2), data));
    }

    [Theory]
    [InlineData(DataKind.SByte), InlineData(DataKind.Byte), InlineData(DataKind.Int16), InlineData(DataKind.UInt16), InlineData(DataKind.Int32)]
    [InlineData(DataKind.UInt32), InlineData(DataKind.Int64), InlineData(DataKind.UInt64), InlineData(DataKind.Single), InlineData(DataKind.Double)]
    public void The_names_of_classes_of_every_type(DataKind kind)
    {
        IDataView rows = Columns.View(_ml, Enumerable.Range(0, 30).Select(row => new { Features = new float[] { row % 3, 1 }, Number = (row % 3) + 0.25f }), ("Features", 2));
        IDataView data = _ml.Transforms.Conversion.ConvertType("Number", outputKind: kind).Append(_ml.Transforms.Conversion.MapValueToKey("Key", "Number")).Fit(rows).Transform(rows);
        var options = new MlpOptions { HiddenWidths = [2], Epochs = 0 };
        ITransformer model = _ml.Geometry.Networks.Mlp("Key", "Features", options).Append(_ml.Transforms.Conversion.MapKeyToValue("Name", "PredictedLabel")).Fit(data);
        IDataView before = model.Transform(data), after = Saved.Reload(_ml, model, data).Transform(data);
        Saved.Values(Saved.Reload(_ml, model, data), data).ShouldBe(Saved.Values(model, data));
        Names(after).ShouldBe(Names(before));
    }

    [Fact]
    public void Chains_in_chains_with_their_scopes()
    {
        IDataView data = Blobs.View(_ml);
        var inner = _ml.Geometry.Networks.Mlp("Flag", "Features", new MlpOptions { HiddenWidths = [3], Epochs = 1, Seed = 1 })
            .Append(_ml.Transforms.CopyColumns("Copy", "Hidden1"), TransformerScope.Training | TransformerScope.Scoring);
        var chain = _ml.Transforms.NormalizeMinMax("Features").Append(_ml.Transforms.CopyColumns("First", "Features"), TransformerScope.Testing)
            .Append(inner, TransformerScope.Scoring)
            .Append(_ml.Transforms.CopyColumns("Last", "Features"), TransformerScope.TrainTest);
        ITransformer model = chain.Fit(data);
        var loaded = (TransformerChain<ITransformer>)Saved.Reload(_ml, model, data);
        foreach (TransformerScope scope in Enumerable.Range(1, 7).Select(scope => (TransformerScope)scope))
        {
            ITransformer expected = ((TransformerChain<Microsoft.ML.Transforms.ColumnCopyingTransformer>)model).GetModelFor(scope);
            Saved.Values(loaded.GetModelFor(scope), data).ShouldBe(Saved.Values(expected, data), $"{scope}");
        }
    }

    [Fact]
    public void A_transformer_that_stands_twice_is_saved_where_its_uses_can_be_told()
    {
        IDataView data = Blobs.View(_ml);
        ITransformer copy = _ml.Transforms.CopyColumns("Copy", "Features").Fit(data), other = _ml.Transforms.CopyColumns("Other", "Features").Fit(data);
        var clear = new TransformerChain<ITransformer>([copy, other, copy], [TransformerScope.Testing, TransformerScope.Everything, TransformerScope.Scoring]);
        var loaded = (TransformerChain<ITransformer>)Saved.Reload(_ml, clear, data);
        loaded.GetModelFor(TransformerScope.Scoring).Count().ShouldBe(2);
        var unclear = new TransformerChain<ITransformer>([copy, copy], [TransformerScope.Testing, TransformerScope.Scoring]);
        Should.Throw<NotSupportedException>(() => Saved.Bytes(_ml, unclear, data.Schema)).Message.ShouldStartWith("A transformer stands in the chain several times");
    }

    [Fact]
    public void Scores_and_why_there_are_none()
    {
        IDataView data = Square.View(_ml);
        var chain = _ml.Geometry.Scores.Ccgp("Embedding", ["A", "B"], "Xor")
            .Append(_ml.Geometry.Scores.Alignment("Dead", ["A", "B"], input: "Input", target: "Xor").WithNull(new NullOptions { Draws = 5 }))
            .Append(_ml.Geometry.Scores.Collapse("Embedding", ["A", "B"], new LinearReadout(new float[] { 1, 2, 3 }, new[] { 0.5f }, 1), "Xor"));
        ITransformer model = chain.Fit(data), loaded = Saved.Reload(_ml, model, data);
        IReadOnlyList<ScoreRow> before = _ml.Geometry.Scores.Collect(model.Transform(data)).Rows, after = _ml.Geometry.Scores.Collect(loaded.Transform(data)).Rows;
        after.ShouldBe(before);
        after.ShouldContain(row => !row.Entry.Value.IsDefined);
        after.ShouldContain(row => row.Entry.Variant == "nc4");
        var costs = new[] { model, loaded }.Select(one => ((IEnumerable<ITransformer>)one).OfType<ScoreTransformer>().First().EstimateCost(data.Schema)!.Fits);
        costs.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Dynamics()
    {
        IDataView data = Square.View(_ml);
        var options = new DynamicsOptions { Weights = new WeightDynamicsOptions { Neurons = 10, Samples = 3 } };
        DynamicsTransformer model = _ml.Geometry.Networks.Dynamics("Xor", "Axes", ["A", "B"], options).Fit(data);
        var loaded = (DynamicsTransformer)Saved.Reload(_ml, model, data);
        _ml.Geometry.Scores.Collect(loaded.Transform(data)).Rows.ShouldBe(_ml.Geometry.Scores.Collect(model.Transform(data)).Rows);
        loaded.Tables.Select(table => table.Name).ShouldBe(model.Tables.Select(table => table.Name));
        loaded.Tables.SelectMany(table => table.Rows).SelectMany(row => row).ShouldBe(model.Tables.SelectMany(table => table.Rows).SelectMany(row => row));
    }

    [Fact]
    public void The_same_model_is_saved_to_the_same_bytes()
    {
        IDataView data = Blobs.View(_ml);
        byte[] Train()
        {
            var ml = new MLContext(seed: 4);
            return Saved.Bytes(ml, ml.Transforms.NormalizeMeanVariance("Features").Append(ml.Geometry.Networks.Mlp("Flag", "Features", [3])).Fit(data), data.Schema);
        }

        Train().ShouldBe(Train());
    }

    private static string[] Names(IDataView view) => view.Schema["Name"].Type.RawType == typeof(float)
        ? [.. view.GetColumn<float>("Name").Select(name => $"{name}")]
        : view.Schema["Name"].Type.RawType == typeof(double) ? [.. view.GetColumn<double>("Name").Select(name => $"{name}")] : [$"{view.Schema["Name"].Type}"];

    private ITransformer ShouldComeBack(ITransformer model, IDataView data)
    {
        ITransformer loaded = Saved.Reload(_ml, model, data);
        loaded.GetType().ShouldBe(model.GetType());
        Saved.Values(loaded, data).ShouldBe(Saved.Values(model, data));
        return loaded;
    }
}
