using Contracts.Cases;
using Contracts.Probes;
using Geometry.MLNet;
using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Contract;

/// <summary>An estimator stands anywhere in a chain: after stock estimators, before them, twice.</summary>
public class ChainContract
{
    public static TheoryData<string> All => ContractCases.All;

    public static TheoryData<string> Networks => ContractCases.Networks;

    [Theory, MemberData(nameof(All))]
    public void It_stands_after_stock_estimators_and_before_them(string name)
    {
        Fitted fitted = Fitted.Of(name);
        MLContext ml = fitted.Context;
        string added = fitted.Case.Adds[0];
        var chain = ml.Transforms.CopyColumns("Before", "Features")
            .Append(ml.Transforms.NormalizeMinMax("Scaled", "Features"))
            .Append(fitted.Case.Create(ml))
            .AppendCacheCheckpoint(ml)
            .Append(ml.Transforms.CopyColumns("After", added))
            .Append(ml.Transforms.Concatenate("All", fitted.Case.Vector, "Before", "Scaled"))
            .Append(ml.Transforms.NormalizeMeanVariance("All"))
            .Append(ml.Transforms.SelectColumns("Row", "All", "After", added));
        SchemaShape promised = chain.GetOutputSchema(Shapes.Of(fitted.Data.Schema));
        IDataView view = chain.Fit(fitted.Data).Transform(fitted.Data);
        bool IsCopy(string line) => line.StartsWith("After: ") || line.StartsWith($"{added}: ");
        Shapes.Lines(promised).Where(IsCopy).ShouldBe(Shapes.Lines(view.Schema).Where(IsCopy));
        view.Schema.Select(column => column.Name).ShouldBe(["Row", "All", "After", added], ignoreOrder: true);
        IReadOnlyList<TableRow> rows = Table.Read(view, ["All", "After", added]);
        rows.Count.ShouldBe(ContractData.Rows);
        rows.ShouldAllBe(row => Table.Same(row.Values["After"], row.Values[added]));
        ((object[])rows[0].Values["All"]).Cast<float>().ShouldAllBe(value => float.IsFinite(value));
    }

    [Theory, MemberData(nameof(All))]
    public void It_stands_twice_in_a_chain(string name)
    {
        Fitted fitted = Fitted.Of(name);
        var chain = fitted.Case.Create(fitted.Context).Append(fitted.Case.Create(fitted.Context));
        IDataView view = chain.Fit(fitted.Data).Transform(fitted.Data);
        // The later columns hide the earlier ones of the same names.
        view.Schema.Count(column => fitted.Case.Adds.Contains(column.Name)).ShouldBe(2 * fitted.Case.Adds.Length);
        view.Schema.Count(column => column.IsHidden).ShouldBe(fitted.Case.Adds.Length);
        Shapes.Lines(chain.GetOutputSchema(Shapes.Of(fitted.Data.Schema))).ShouldBe(Shapes.Lines(view.Schema).Distinct());
        Table.Read(view, fitted.Case.Adds).Count.ShouldBe(ContractData.Rows);
    }

    [Theory, MemberData(nameof(Networks))]
    public void A_stock_trainer_learns_from_its_column_and_the_chain_serves(string name)
    {
        Fitted fitted = Fitted.Of(name);
        MLContext ml = fitted.Context;
        var chain = ml.Transforms.NormalizeMeanVariance("Features")
            .Append(fitted.Case.Create(ml))
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Flag", fitted.Case.Vector));
        TransformerChain<BinaryPredictionTransformer<Microsoft.ML.Calibrators.CalibratedModelParametersBase<
            Microsoft.ML.Trainers.LinearBinaryModelParameters, Microsoft.ML.Calibrators.PlattCalibrator>>> model = chain.Fit(fitted.Data);
        Table.ShouldBeSame(
            RowMapping.Read(model, fitted.Data, ["Score", "PredictedLabel"]), Table.Read(model.Transform(fitted.Data), ["Score", "PredictedLabel"]));
    }

    [Theory, MemberData(nameof(Networks))]
    public void Cross_validation_trains_it_in_every_fold(string name)
    {
        Fitted fitted = Fitted.Of(name);
        MLContext ml = fitted.Context;
        var chain = fitted.Case.Create(ml).Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Flag", fitted.Case.Vector));
        var folds = ml.BinaryClassification.CrossValidate(ContractData.View(ml, 200), chain, numberOfFolds: 2, labelColumnName: "Flag");
        folds.Count.ShouldBe(2);
        foreach (var fold in folds)
        {
            fold.Metrics.Accuracy.ShouldBeInRange(0, 1);
            ((IEnumerable<ITransformer>)fold.Model).First().GetType().ShouldBe(fitted.Transformer.GetType());
        }
    }

    [Fact]
    public void Each_fold_of_a_cross_validation_has_scores_of_its_own_test_rows()
    {
        var ml = new MLContext(seed: 1);
        var chain = ml.Geometry.Networks.Mlp("Flag", "Features", new MlpOptions { HiddenWidths = [6], Epochs = 3 })
            .Append(ml.Geometry.Scores.Alignment("Hidden1", ["Shape", "Colour"], input: "Features", target: "Flag"), TransformerScope.Testing);
        var folds = ml.BinaryClassification.CrossValidate(ContractData.View(ml, 200), chain, numberOfFolds: 3, labelColumnName: "Flag");
        double[] alignments = [.. folds.Select(fold => ml.Geometry.Scores.Collect(fold.ScoredHoldOutSet).Value("Hidden1", "alignment", "Flag").Value)];
        alignments.Distinct().Count().ShouldBe(3);
        alignments.ShouldAllBe(value => value > 0 && value <= 1);
    }

    [Theory, MemberData(nameof(All))]
    public void Previews_show_its_columns(string name)
    {
        Fitted fitted = Fitted.Of(name);
        DataDebuggerPreview preview = fitted.Output.Preview(maxRows: 3);
        preview.RowView.Length.ShouldBe(3);
        fitted.Case.Adds.ShouldBeSubsetOf(preview.RowView[0].Values.Select(value => value.Key));
    }
}
