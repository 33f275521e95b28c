using Microsoft.ML;
using Microsoft.ML.Data;
using static Microsoft.ML.Transforms.MissingValueReplacingEstimator;

namespace Stack.MicrosoftML.Transforms;

public class MissingValueTests
{
    private readonly MLContext _ml = new(seed: 1);
    private readonly IDataView _view;

    public MissingValueTests() => _view = _ml.Data.LoadFromEnumerable(
    [
        new Row { X = [1, float.NaN], Y = 4 },
        new Row { X = [float.NaN, 8], Y = float.NaN },
        new Row { X = [3, 2], Y = -2 },
    ]);

    [Theory]
    [InlineData(ReplacementMode.DefaultValue, 0f, 0f, 0f)]
    [InlineData(ReplacementMode.Mean, 2f, 5f, 1f)]
    [InlineData(ReplacementMode.Minimum, 1f, 2f, -2f)]
    [InlineData(ReplacementMode.Maximum, 3f, 8f, 4f)]
    public void Missing_numbers_are_replaced_slot_by_slot(ReplacementMode mode, float first, float second, float scalar)
    {
        var columns = new[] { new InputOutputColumnPair("X"), new InputOutputColumnPair("Y") };

        var replaced = _ml.Transforms.ReplaceMissingValues(columns, mode).Fit(_view).Transform(_view);

        replaced.GetColumn<float[]>("X").ShouldBe([[1, second], [first, 8], [3, 2]]);
        replaced.GetColumn<float>("Y").ShouldBe([4, scalar, -2]);
    }

    [Fact]
    public void All_slots_may_share_one_value()
    {
        var replaced = _ml.Transforms.ReplaceMissingValues("X", replacementMode: ReplacementMode.Mean, imputeBySlot: false).Fit(_view).Transform(_view);

        replaced.GetColumn<float[]>("X").ShouldBe([[1, 3.5f], [3.5f, 8], [3, 2]]);
    }

    [Fact]
    public void Missing_numbers_are_indicated()
    {
        var model = _ml.Transforms.IndicateMissingValues([new InputOutputColumnPair("GapX", "X"), new InputOutputColumnPair("GapY", "Y")]).Fit(_view);
        using var stream = new MemoryStream();
        _ml.Model.Save(model, _view.Schema, stream);
        stream.Position = 0;

        foreach (var transformer in new[] { model, new MLContext().Model.Load(stream, out _) })
        {
            var indicated = transformer.Transform(_view);
            indicated.GetColumn<bool[]>("GapX").ShouldBe([[false, true], [true, false], [false, false]]);
            indicated.GetColumn<bool>("GapY").ShouldBe([false, true, false]);
        }
    }

    [Fact]
    public void Replacements_survive_saving()
    {
        var model = _ml.Transforms.ReplaceMissingValues("X", replacementMode: ReplacementMode.Maximum).Fit(_view);
        using var stream = new MemoryStream();
        _ml.Model.Save(model, _view.Schema, stream);
        stream.Position = 0;

        var loaded = new MLContext().Model.Load(stream, out _);

        loaded.Transform(_view).GetColumn<float[]>("X").ShouldBe([[1, 8], [3, 8], [3, 2]]);
    }

    public sealed class Row
    {
        [VectorType(2)]
        public float[] X { get; set; } = [];

        public float Y { get; set; }
    }
}
