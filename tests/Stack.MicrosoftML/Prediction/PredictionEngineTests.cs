using Microsoft.ML;
using Microsoft.ML.Data;
using Stack.MicrosoftML.External;

namespace Stack.MicrosoftML.Prediction;

public class PredictionEngineTests
{
    private readonly MLContext _ml = new(1);
    private readonly IDataView _view;

    public PredictionEngineTests() => _view = _ml.Data.LoadFromEnumerable(Point.Make(5));

    [Fact]
    public void It_predicts_what_the_batch_gives()
    {
        var model = _ml.Transforms.Concatenate("F", "A", "Vector").Append(_ml.Transforms.DropColumns("Vector")).Fit(_view);
        using var engine = _ml.Model.CreatePredictionEngine<Point, Output>(model);

        var batch = _ml.Data.CreateEnumerable<Output>(model.Transform(_view), false, ignoreMissingColumns: true).Select(o => o.F).ToArray();
        foreach (var (point, expected) in Point.Make(5).Zip(batch))
            engine.Predict(point).F.ShouldBe(expected);
        engine.OutputSchema.GetColumnOrNull("F").ShouldNotBeNull();
    }

    [Fact]
    public void Missing_outputs_are_ignored_unless_told_otherwise()
    {
        var model = _ml.Transforms.Concatenate("F", "A", "B").Fit(_view);

        using var engine = _ml.Model.CreatePredictionEngine<Point, Output>(model);
        engine.Predict(new Point()).Extra.ShouldBe(-1);
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Model.CreatePredictionEngine<Point, Output>(model, ignoreMissingColumns: false))
            .Message.ShouldBe("Could not find  column 'Extra' (Parameter 'Schema')");
    }

    [Fact]
    public void The_engine_owns_the_transformer_unless_told_otherwise()
    {
        var owned = new DoublingTransformer("Twice", "A");
        _ml.Model.CreatePredictionEngine<Point, Twice>(owned).Dispose();
        owned.Disposed.ShouldBeTrue();

        var kept = new DoublingTransformer("Twice", "A");
        _ml.Model.CreatePredictionEngine<Point, Twice>(kept, new PredictionEngineOptions { OwnsTransformer = false }).Dispose();
        kept.Disposed.ShouldBeFalse();
    }

    [Fact]
    public void What_is_no_row_mapper_is_refused()
    {
        var transformer = new DoublingTransformer("Twice", "A") { IsRowToRowMapper = false };

        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Model.CreatePredictionEngine<Point, Twice>(transformer))
            .Message.ShouldBe("Must be a row to row mapper (Parameter 'transformer')");
    }

    [Fact]
    public void A_schema_gives_the_size_of_an_open_vector()
    {
        var model = _ml.Transforms.CopyColumns("F", "Vector").Fit(_view);

        using var engine = _ml.Model.CreatePredictionEngine<OpenInput, Output>(model, _view.Schema);

        engine.OutputSchema["F"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 3));
        engine.Predict(new OpenInput { Vector = [1f, 2f, 3f] }).F.ShouldBe([1f, 2f, 3f]);
    }

    private sealed class OpenInput
    {
        public float[] Vector { get; set; } = [];
    }

    private sealed class Output
    {
        public float[] F { get; set; } = [];

        public int Extra { get; set; } = -1;
    }

    private sealed class Twice
    {
        [ColumnName("Twice")]
        public float Value { get; set; }
    }
}
