using Contracts.Cases;
using Contracts.Probes;
using Geometry.MLNet;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Contracts.Contract;

/// <summary>A model outlives its process: what was saved and loaded is the same to the bit, columns, sizes and annotations included.</summary>
public class ModelFileContract
{
    public static TheoryData<string> All => ContractCases.All;

    public static TheoryData<string> Networks => ContractCases.Networks;

    [Theory, MemberData(nameof(All))]
    public void A_chain_with_it_is_loaded_as_it_was_saved(string name)
    {
        Fitted fitted = Fitted.Of(name);
        MLContext ml = fitted.Context;
        var chain = ml.Transforms.NormalizeMinMax("Scaled", "Features")
            .Append(fitted.Case.Create(ml), TransformerScope.Testing)
            .Append(ml.Transforms.CopyColumns("After", fitted.Case.Adds[0]), TransformerScope.Testing)
            .Append(ml.Transforms.CopyColumns("Again", "Scaled"));
        TransformerChain<ColumnCopyingTransformer> model = chain.Fit(fitted.Data);
        (ITransformer loaded, DataViewSchema schema, byte[] bytes) = Reload(model, fitted);
        AnnotationLines.Of(schema).ShouldBe(AnnotationLines.Of(fitted.Data.Schema));
        ShouldBeIdentical(loaded, model, fitted.Data, [.. fitted.Case.Adds, "After", "Again"]);
        var links = loaded.ShouldBeOfType<TransformerChain<ITransformer>>();
        links.Select(link => link.GetType()).ShouldBe(model.Select(link => link.GetType()));
        ShouldBeIdentical(links.GetModelFor(TransformerScope.Scoring), model.GetModelFor(TransformerScope.Scoring), fitted.Data, ["Again"]);

        // What was loaded is saved to the same bytes.
        Save(links, schema, ml).ShouldBe(bytes);
    }

    [Theory, MemberData(nameof(Networks))]
    public void A_trainer_behind_it_serves_on_several_threads(string name)
    {
        Fitted fitted = Fitted.Of(name);
        MLContext ml = fitted.Context;
        ITransformer model = fitted.Case.Create(ml)
            .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Flag", fitted.Case.Vector)).Fit(fitted.Data);
        ITransformer loaded = Reload(model, fitted).Model;
        IReadOnlyList<TableRow> expected = RowMapping.Read(model, fitted.Data, ["Score", "PredictedLabel"]);
        Parallel.For(0, 4, _ => ShouldBeIdentical(RowMapping.Read(loaded, fitted.Data, ["Score", "PredictedLabel"]), expected));
    }

    [Theory, MemberData(nameof(All))]
    public void Stock_save_refuses_it_and_names_what_saves_it(string name)
    {
        Fitted fitted = Fitted.Of(name);
        Should.Throw<NotSupportedException>(() => fitted.Context.Model.Save(fitted.Transformer, fitted.Data.Schema, new MemoryStream())).Message
            .ShouldContain("Save the model with ml.Geometry.Model.Save(model, inputSchema, path)");
    }

    private static (ITransformer Model, DataViewSchema Schema, byte[] Bytes) Reload(ITransformer model, Fitted fitted)
    {
        byte[] bytes = Save(model, fitted.Data.Schema, fitted.Context);
        ITransformer loaded = new MLContext(seed: 9).Geometry.Model.Load(new MemoryStream(bytes), out DataViewSchema schema, fitted.Case.LoadOptions);
        return (loaded, schema, bytes);
    }

    private static byte[] Save(ITransformer model, DataViewSchema schema, MLContext ml)
    {
        using MemoryStream stream = new();
        ml.Geometry.Model.Save(model, schema, stream);
        return stream.ToArray();
    }

    private static void ShouldBeIdentical(ITransformer actual, ITransformer expected, IDataView data, string[] columns)
    {
        IDataView view = actual.Transform(data), before = expected.Transform(data);
        AnnotationLines.Of(view.Schema).ShouldBe(AnnotationLines.Of(before.Schema));
        ShouldBeIdentical(Table.Read(view, columns), Table.Read(before, columns));
    }

    private static void ShouldBeIdentical(IReadOnlyList<TableRow> actual, IReadOnlyList<TableRow> expected)
    {
        actual.Count.ShouldBe(expected.Count);
        foreach ((TableRow one, TableRow other) in actual.Zip(expected))
        {
            other.Values.ShouldAllBe(entry => Table.Identical(one.Values[entry.Key], entry.Value));
        }
    }
}
