using Geometry.Networks;
using Geometry.Scores;
using Geometry.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Tests;

public class DynamicsEstimatorTests
{
    private static readonly MLContext s_ml = new(seed: 1);

    [Fact]
    public void Scores_and_tables_are_collected_from_behind_other_transformers()
    {
        IDataView data = Rows(new UnstructuredBinaryTask { Dimensions = 60, Noise = 0 });
        var options = new DynamicsOptions { Weights = new WeightDynamicsOptions { Nonlinearity = Nonlinearity.Relu, Neurons = 400 }, GridPoints = 3, Trajectories = 2 };
        IDataView view = s_ml.Geometry.Networks.Dynamics("Label", "Features", ["Condition"], options)
            .Append(s_ml.Transforms.DropColumns("Label")).Fit(data).Transform(data);

        ScoreTable scores = s_ml.Geometry.Scores.Collect(view);
        ScoreEntry[] selectivity = [.. scores.Find("Features", "selectivity")];
        selectivity.Select(entry => entry.Variant).ShouldBe(["all", "some", "none"]);
        selectivity[1].Value.Value.ShouldBeInRange(0.65, 0.9);
        scores.Find("Features", "simplified-parallelism").Single().Value.Value.ShouldBeInRange(0, 0.5);
        s_ml.Geometry.Scores.CollectTables(view).Select(table => table.Name).ShouldBe(["selectivity", "field", "trajectories"]);
        s_ml.Geometry.Scores.CollectTables(data).ShouldBeEmpty();

        VBuffer<double> slots = default;
        using DataViewRowCursor cursor = view.GetRowCursor([view.Schema["Features.Dynamics"]]);
        cursor.MoveNext().ShouldBeTrue();
        cursor.GetGetter<VBuffer<double>>(view.Schema["Features.Dynamics"])(ref slots);
        slots.DenseValues().ShouldBe(scores.Rows.Select(row => row.Entry.Value.ToNullable() ?? double.NaN));
    }

    [Fact]
    public void Undefined_is_said_and_never_a_number()
    {
        IDataView data = Rows(new SeparableXorTask { Separability = 0, Dimensions = 12, Noise = 0 });
        DynamicsTransformer transformer = s_ml.Geometry.Networks.Dynamics(
            "Label", "Features", ["Condition"], new DynamicsOptions
            {
                Weights = new WeightDynamicsOptions { Neurons = 20 }, Network = new MlpOptions { HiddenWidths = [4], Epochs = 2, Optimizer = MlpOptimizer.Adam },
            }).Fit(data);
        ScoreEntry[] training = [.. s_ml.Geometry.Scores.Collect(transformer.Transform(data)).Find("Features", "simplified-training")];

        training.Single(entry => entry.Variant == "correlation/epoch").Value.Reason.ShouldBe("only plain gradient descent has the time of the dynamics");
        training.Single(entry => entry.Variant == "correlation/growth").Value.IsDefined.ShouldBeFalse();
        transformer.Tables.Select(table => table.Name).ShouldBe(["selectivity", "comparison"]);
        transformer.Tables.ShouldAllBe(table => table.Rows.All(row => !row.Contains("NaN")));
    }

    [Fact]
    public void What_cannot_be_used_is_refused()
    {
        IDataView data = Rows(new UnstructuredBinaryTask { Dimensions = 5 });
        Should.Throw<ArgumentException>(() => s_ml.Geometry.Networks.Dynamics("Label", "Features", [])).Message.ShouldStartWith("Name at least one condition column");
        Should.Throw<ArgumentException>(() => s_ml.Geometry.Networks.Dynamics("Label", "Features", ["Condition"], new DynamicsOptions { GridPoints = 1 })).Message
            .ShouldBe("DynamicsOptions has GridPoints = 1, which must be 0 or from 2 to 1000, and Trajectories = 40, which must be at least 0; Weights must not be null.");
        Should.Throw<ArgumentOutOfRangeException>(() => s_ml.Geometry.Networks.Dynamics("Label", "Absent", ["Condition"]).Fit(data)).Message.ShouldContain("'Absent'");
        DynamicsTransformer transformer = s_ml.Geometry.Networks.Dynamics(
            "Label", "Features", ["Condition"], new DynamicsOptions { Weights = new WeightDynamicsOptions { Neurons = 4 } }).Fit(data);
        transformer.IsRowToRowMapper.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => transformer.GetRowToRowMapper(data.Schema)).Message.ShouldStartWith("The dynamics 'Features.Dynamics' are of a layer");
    }

    private static IDataView Rows(GeometryTask task) => s_ml.Geometry.Data.FromTask(task, rows: 80, seed: 1);
}
