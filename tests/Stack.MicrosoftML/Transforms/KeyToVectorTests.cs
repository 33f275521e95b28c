using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.Transforms;

public class KeyToVectorTests
{
    private readonly MLContext _ml = new(seed: 1);
    private readonly IDataView _view;

    public KeyToVectorTests() => _view = _ml.Data.LoadFromEnumerable([new Row { Key = 2, Keys = [1, 2] }, new Row { Key = 0, Keys = [3, 3] }, new Row { Key = 3, Keys = [0, 1] }]);

    [Fact]
    public void A_key_becomes_an_indicator_and_a_missing_key_becomes_zeros()
    {
        var mapped = _ml.Transforms.Conversion.MapKeyToVector("Out", "Key").Fit(_view).Transform(_view);

        mapped.Schema["Out"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 3));
        mapped.Schema["Out"].IsNormalized().ShouldBeTrue();
        mapped.GetColumn<float[]>("Out").ShouldBe([[0, 1, 0], [0, 0, 0], [0, 0, 1]]);
    }

    [Fact]
    public void A_vector_of_keys_becomes_indicators_in_a_row_or_counts()
    {
        var mapped = _ml.Transforms.Conversion.MapKeyToVector("Row", "Keys")
            .Append(_ml.Transforms.Conversion.MapKeyToVector("Counts", "Keys", outputCountVector: true)).Fit(_view).Transform(_view);

        mapped.GetColumn<float[]>("Row").First().ShouldBe([1, 0, 0, 0, 1, 0]);
        mapped.GetColumn<float[]>("Counts").ShouldBe([[1, 1, 0], [0, 0, 2], [1, 0, 0]]);
    }

    [Fact]
    public void The_names_of_the_slots_are_the_values_of_the_keys()
    {
        var view = _ml.Data.LoadFromEnumerable([new { Name = "red" }, new { Name = "blue" }]);

        var schema = _ml.Transforms.Conversion.MapValueToKey("Name").Append(_ml.Transforms.Conversion.MapKeyToVector("Name")).Fit(view).Transform(view).Schema;

        var names = default(VBuffer<ReadOnlyMemory<char>>);
        schema["Name"].GetSlotNames(ref names);
        names.DenseValues().Select(n => n.ToString()).ShouldBe(["red", "blue"]);
    }

    public sealed class Row
    {
        [KeyType(3)]
        public uint Key { get; set; }

        [KeyType(3)]
        [VectorType(2)]
        public uint[] Keys { get; set; } = [];
    }
}
