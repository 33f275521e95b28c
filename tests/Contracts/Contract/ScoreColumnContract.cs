using Contracts.Cases;
using Contracts.Probes;
using Geometry.MLNet;
using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Contract;

/// <summary>A score is of the whole view: computed once, the same in every row, named slot by slot, and found again wherever its column goes.</summary>
public class ScoreColumnContract
{
    public static TheoryData<string> Scores => ContractCases.Scores;

    [Theory, MemberData(nameof(Scores))]
    public void Every_row_has_the_scores_and_they_are_those_that_are_collected(string name)
    {
        Fitted fitted = Fitted.Of(name);
        double[] collected = [.. Collect(fitted, fitted.Output).Select(Number)];
        foreach (TableRow row in Table.Read(fitted.Output, fitted.Case.Adds))
        {
            ((object[])row.Values[fitted.Case.Adds[0]]).Cast<double>().ShouldBe(collected);
        }
    }

    [Theory, MemberData(nameof(Scores))]
    public void Slots_are_named_by_target(string name)
    {
        Fitted fitted = Fitted.Of(name);
        DataViewSchema.Column column = fitted.Output.Schema[fitted.Case.Adds[0]];
        VBuffer<ReadOnlyMemory<char>> names = default;
        column.GetSlotNames(ref names);
        ScoreEntry[] entries = [.. Collect(fitted, fitted.Output)];
        string[] slots = [.. names.DenseValues().Select(slot => slot.ToString())];
        slots.Length.ShouldBe(entries.Length);
        slots.ShouldBeUnique();
        slots.ShouldBe(((ScoreTransformer)fitted.Transformer).SlotNames);
        slots.Zip(entries).ShouldAllBe(pair => pair.First.StartsWith(pair.Second.Target));
        ((VectorDataViewType)column.Type).Size.ShouldBe(entries.Length);
    }

    [Theory, MemberData(nameof(Scores))]
    public async Task Scores_are_computed_once_however_many_readers_there_are(string name)
    {
        Fitted fitted = Fitted.Of(name);
        var spy = new SpyView(fitted.Data);
        IDataView view = fitted.Transformer.Transform(spy);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Table.Read(view, fitted.Case.Adds))));
        fitted.Context.Geometry.Scores.Collect(view);
        fitted.Context.Geometry.Scores.Collect(view);
        spy.Requests.Count(request => request.Contains(fitted.Case.Vector)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Scores))]
    public void Scores_are_collected_behind_stock_transformers_and_equal_those_of_Evaluate(string name)
    {
        Fitted fitted = Fitted.Of(name);
        MLContext ml = fitted.Context;
        ScoreEntry[] expected = [.. ml.Geometry.Scores.Evaluate(fitted.Data, (ScoreEstimator)fitted.Estimator).Rows.Select(row => row.Entry)];
        expected.ShouldNotBeEmpty();
        string column = fitted.Case.Adds[0];
        Collect(fitted, fitted.Output).ShouldBe(expected);
        Collect(fitted, ml.Data.Cache(fitted.Output)).ShouldBe(expected);
        Collect(fitted, ml.Data.TakeRows(fitted.Output, 3)).ShouldBe(expected, "what is taken of the rows later does not change what was scored");
        Collect(fitted, ml.Data.ShuffleRows(fitted.Output, seed: 1)).ShouldBe(expected);
        Collect(fitted, ml.Transforms.SelectColumns(column).Fit(fitted.Output).Transform(fitted.Output)).ShouldBe(expected);
        Collect(fitted, ml.Transforms.CopyColumns("Copy", column).Append(ml.Transforms.DropColumns(column)).Fit(fitted.Output).Transform(fitted.Output))
            .ShouldBe(expected);
        ml.Geometry.Scores.Collect(fitted.Output).Rows.ShouldAllBe(row => row.Embedding == fitted.Case.Vector);
    }

    [Theory, MemberData(nameof(Scores))]
    public void The_view_that_is_given_is_scored(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IDataView other = ContractData.View(fitted.Context, 80);
        ScoreEntry[] scored = [.. Collect(fitted, fitted.Transformer.Transform(other))];
        scored.ShouldBe(fitted.Context.Geometry.Scores.Evaluate(other, (ScoreEstimator)fitted.Estimator).Rows.Select(row => row.Entry));
    }

    [Theory, MemberData(nameof(Scores))]
    public void The_model_to_serve_leaves_the_scores_out(string name)
    {
        Fitted fitted = Fitted.Of(name);
        MLContext ml = fitted.Context;
        var model = ml.Transforms.CopyColumns("Copy", "Features").Append(fitted.Case.Create(ml), TransformerScope.Testing)
            .Append(ml.Transforms.NormalizeMinMax("Copy")).Fit(fitted.Data);
        model.Transform(fitted.Data).Schema.Select(column => column.Name).ShouldContain(fitted.Case.Adds[0]);
        TransformerChain<ITransformer> serving = model.GetModelFor(TransformerScope.Scoring);
        serving.Count().ShouldBe(2);
        SchemaDefinition output = SchemaDefinition.Create(typeof(VectorPrediction));
        output[nameof(VectorPrediction.Values)].ColumnName = "Copy";
        using PredictionEngine<ContractRow, VectorPrediction> engine =
            ml.Model.CreatePredictionEngine<ContractRow, VectorPrediction>(serving, outputSchemaDefinition: output);
        engine.Predict(ContractData.Objects()[0]).Values.Length.ShouldBe(ContractRow.Width);
    }

    private static IEnumerable<ScoreEntry> Collect(Fitted fitted, IDataView view) =>
        fitted.Context.Geometry.Scores.Collect(view).Rows.Select(row => row.Entry);

    private static double Number(ScoreEntry entry) => entry.Value.IsDefined ? entry.Value.Value : double.NaN;
}
