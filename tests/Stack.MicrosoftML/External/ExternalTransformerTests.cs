using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.External;

public class ExternalTransformerTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void It_stands_in_a_chain_among_stock_ones()
    {
        var view = _ml.Data.LoadFromEnumerable(Point.Make(4));
        var estimator = new DoublingEstimator("Twice", "A");
        var chain = _ml.Transforms.CopyColumns("A2", "A").Append(estimator).Append(_ml.Transforms.Concatenate("All", "A2", "Twice"));

        var model = chain.Fit(view);

        estimator.Fits.ShouldBe(1);
        model.Transform(view).GetColumn<float[]>("All").Last().ShouldBe([3f, 6f]);
        _ml.Transforms.CopyColumns("A2", "A").Append(estimator).Fit(view).LastTransformer.ShouldBeOfType<DoublingTransformer>();
    }

    [Fact]
    public void A_shape_of_any_schema_can_be_had_through_a_loader()
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.AddPrimitiveValue("IsNormalized", BooleanDataViewType.Instance, true);
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("V", new VectorDataViewType(NumberDataViewType.Single, 7), annotations.ToAnnotations());
        builder.AddColumn("W", new VectorDataViewType(NumberDataViewType.Single));
        builder.AddColumn("K", new KeyDataViewType(typeof(uint), 4));

        var shape = Shapes.Of(builder.ToSchema());

        shape[0].Name.ShouldBe("V");
        shape[0].Kind.ShouldBe(SchemaShape.Column.VectorKind.Vector);
        shape[0].ItemType.ShouldBe(NumberDataViewType.Single);
        shape[0].Annotations.Single().Name.ShouldBe("IsNormalized");
        shape[1].Kind.ShouldBe(SchemaShape.Column.VectorKind.VariableVector);
        shape[2].IsKey.ShouldBeTrue();
        shape[2].ItemType.ShouldBe(NumberDataViewType.UInt32);
    }

    [Fact]
    public void A_custom_mapping_makes_a_column_of_a_type_set_at_run_time()
    {
        var definition = SchemaDefinition.Create(typeof(Open));
        definition["Values"].ColumnName = "Hidden1";
        definition["Hidden1"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 12);

        var shape = _ml.Transforms.CustomMapping<Empty, Open>((_, _) => { }, null, null, definition).GetOutputSchema(Shapes.Of(new DataViewSchema.Builder().ToSchema()));

        shape.Single().Name.ShouldBe("Hidden1");
        shape.Single().Kind.ShouldBe(SchemaShape.Column.VectorKind.Vector);
    }

    [Fact]
    public void Only_what_is_asked_for_is_computed()
    {
        var view = _ml.Data.LoadFromEnumerable(Point.Make(10));
        var transformer = new DoublingTransformer("Twice", "A");
        var chain = transformer.Append(_ml.Transforms.CopyColumns("B2", "B").Fit(transformer.Transform(view)));

        chain.Transform(view).GetColumn<float>("B2").Count().ShouldBe(10);
        transformer.Computed.ShouldBe(0);
        chain.Transform(view).GetColumn<float>("Twice").Count().ShouldBe(10);
        transformer.Computed.ShouldBe(10);
    }

    [Fact]
    public void It_works_under_caches_filters_and_in_a_prediction_engine()
    {
        var view = _ml.Data.LoadFromEnumerable(Point.Make(10));
        var chain = new DoublingEstimator("Twice", "A").AppendCacheCheckpoint(_ml).Append(_ml.Transforms.CopyColumns("Copy", "Twice"));
        var model = chain.Fit(view);

        _ml.Data.FilterRowsByColumn(model.Transform(view), "Copy", 4, 8).GetColumn<float>("A").ShouldBe([2f, 3f]);
        using var engine = _ml.Model.CreatePredictionEngine<Point, Result>(model);
        engine.Predict(new Point { A = 21 }).Copy.ShouldBe(42f);
        engine.Predict(new Point { A = 4 }).Copy.ShouldBe(8f);
    }

    [Fact]
    public void A_model_with_it_cannot_be_saved_unless_it_delegates()
    {
        var view = _ml.Data.LoadFromEnumerable(Point.Make(3));
        using var stream = new MemoryStream();

        Should.Throw<InvalidOperationException>(() => _ml.Model.Save(new DoublingTransformer("Twice", "A"), view.Schema, stream))
            .Message.ShouldContain("ModelSignature not specified!");

        var stock = _ml.Transforms.CopyColumns("Twice", "A").Append(_ml.Transforms.CopyColumns("Again", "Twice")).Fit(view);
        var delegating = new DoublingTransformer("Twice", "A") { SavedAs = stock };
        using var second = new MemoryStream();
        _ml.Model.Save(new TransformerChain<ITransformer>(delegating), view.Schema, second);
        second.Position = 0;
        var loaded = new MLContext().Model.Load(second, out _);
        loaded.Transform(view).GetColumn<float>("Again").ShouldBe([0f, 1f, 2f]);
    }

    private sealed class Empty
    {
    }

    private sealed class Open
    {
        public float[] Values { get; set; } = [];
    }

    private sealed class Result
    {
        public float Copy { get; set; }
    }
}
