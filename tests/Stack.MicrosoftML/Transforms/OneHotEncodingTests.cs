using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Stack.MicrosoftML.Transforms;

public class OneHotEncodingTests
{
    private readonly MLContext _ml = new(seed: 1);
    private readonly IDataView _view;

    public OneHotEncodingTests() => _view = _ml.Data.LoadFromEnumerable([new Row { Colour = "red", Tags = ["a", "b"] }, new Row { Colour = "blue", Tags = ["b", "b"] }, new Row { Colour = "red", Tags = ["a", "c"] }]);

    [Fact]
    public void Each_value_has_a_slot_with_its_name()
    {
        var encoded = _ml.Transforms.Categorical.OneHotEncoding("Out", "Colour").Fit(_view).Transform(_view);

        encoded.GetColumn<float[]>("Out").ShouldBe([[1, 0], [0, 1], [1, 0]]);
        var names = default(VBuffer<ReadOnlyMemory<char>>);
        encoded.Schema["Out"].GetSlotNames(ref names);
        names.DenseValues().Select(n => n.ToString()).ShouldBe(["red", "blue"]);
    }

    [Fact]
    public void A_bag_counts_and_a_key_stays_a_key()
    {
        var bag = _ml.Transforms.Categorical.OneHotEncoding("Tags", outputKind: OneHotEncodingEstimator.OutputKind.Bag).Fit(_view).Transform(_view);
        var key = _ml.Transforms.Categorical.OneHotEncoding("Colour", outputKind: OneHotEncodingEstimator.OutputKind.Key).Fit(_view).Transform(_view);

        bag.GetColumn<float[]>("Tags").ShouldBe([[1, 1, 0], [0, 2, 0], [1, 0, 1]]);
        key.GetColumn<uint>("Colour").ShouldBe([1u, 2, 1]);
    }

    [Fact]
    public void It_survives_saving()
    {
        var model = _ml.Transforms.Categorical.OneHotEncoding("Colour").Fit(_view);
        using var stream = new MemoryStream();
        _ml.Model.Save(model, _view.Schema, stream);
        stream.Position = 0;

        var loaded = new MLContext().Model.Load(stream, out _);

        loaded.Transform(_view).GetColumn<float[]>("Colour").ShouldBe([[1, 0], [0, 1], [1, 0]]);
    }

    public sealed class Row
    {
        public string Colour { get; set; } = "";

        [VectorType(2)]
        public string[] Tags { get; set; } = [];
    }
}
