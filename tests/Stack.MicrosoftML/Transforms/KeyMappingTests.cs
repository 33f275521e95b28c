using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Stack.MicrosoftML.Transforms;

public class KeyMappingTests
{
    private readonly MLContext _ml = new(seed: 1);
    private readonly IDataView _view;

    public KeyMappingTests() => _view = _ml.Data.LoadFromEnumerable(
    [
        new Item { Name = "b", Number = 2.5f, Tags = ["x", "y"] },
        new Item { Name = "a", Number = float.NaN, Tags = ["y"] },
        new Item { Name = "", Number = -1, Tags = [] },
        new Item { Name = "b", Number = 2.5f, Tags = ["z", "x"] },
        new Item { Name = "c", Number = 0, Tags = ["w"] },
    ]);

    [Fact]
    public void Keys_count_from_one_in_order_of_occurrence_and_missing_values_have_none()
    {
        var keyed = Map(_ml.Transforms.Conversion.MapValueToKey("Key", "Name"));

        keyed.GetColumn<uint>("Key").ShouldBe([1u, 2, 0, 1, 3]);
        keyed.Schema["Key"].Type.ShouldBe(new KeyDataViewType(typeof(uint), 3));
        KeyValues(keyed).ShouldBe(["b", "a", "c"]);
    }

    [Fact]
    public void Keys_may_follow_the_values()
    {
        var keyed = Map(_ml.Transforms.Conversion.MapValueToKey("Key", "Name", keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue));

        keyed.GetColumn<uint>("Key").ShouldBe([2u, 1, 0, 2, 3]);
        KeyValues(keyed).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void Numbers_have_keys_too()
    {
        var keyed = Map(_ml.Transforms.Conversion.MapValueToKey("Key", "Number", addKeyValueAnnotationsAsText: false));

        keyed.GetColumn<uint>("Key").ShouldBe([1u, 0, 2, 1, 3]);
        var values = default(VBuffer<float>);
        keyed.Schema["Key"].GetKeyValues(ref values);
        values.DenseValues().ShouldBe([2.5f, -1, 0]);
    }

    [Fact]
    public void Key_values_may_be_text()
    {
        var keyed = Map(_ml.Transforms.Conversion.MapValueToKey("Key", "Number", addKeyValueAnnotationsAsText: true));

        KeyValues(keyed).ShouldBe(["2.5", "-1", "0"]);
    }

    [Fact]
    public void The_maximum_limits_the_number_of_keys()
    {
        var keyed = Map(_ml.Transforms.Conversion.MapValueToKey("Key", "Name", maximumNumberOfKeys: 2));

        keyed.GetColumn<uint>("Key").ShouldBe([1u, 2, 0, 1, 0]);
    }

    [Fact]
    public void Key_data_fixes_the_keys()
    {
        var keyData = _ml.Data.LoadFromEnumerable([new { Name = "c" }, new { Name = "b" }]);

        var keyed = Map(_ml.Transforms.Conversion.MapValueToKey("Key", "Name", keyData: keyData));

        keyed.GetColumn<uint>("Key").ShouldBe([2u, 0, 0, 2, 1]);
        KeyValues(keyed).ShouldBe(["c", "b"]);
    }

    [Fact]
    public void Vectors_share_one_set_of_keys()
    {
        var keyed = Map(_ml.Transforms.Conversion.MapValueToKey("Key", "Tags"));

        keyed.GetColumn<uint[]>("Key").ShouldBe([[1u, 2], [2], [], [3, 1], [4]]);
    }

    [Fact]
    public void Mapping_back_gives_the_values_and_empty_text_for_no_key()
    {
        var chain = _ml.Transforms.Conversion.MapValueToKey("Key", "Name").Append(_ml.Transforms.Conversion.MapKeyToValue("Back", "Key"));

        Map(chain).GetColumn<string>("Back").ShouldBe(["b", "a", "", "b", "c"]);
    }

    [Fact]
    public void Unseen_values_have_no_key()
    {
        var transformer = _ml.Transforms.Conversion.MapValueToKey("Key", "Name").Fit(_view);
        var other = _ml.Data.LoadFromEnumerable([new Item { Name = "zzz" }, new Item { Name = "c" }]);

        transformer.Transform(other).GetColumn<uint>("Key").ShouldBe([0u, 3]);
    }

    [Fact]
    public void A_column_without_key_values_cannot_be_mapped_back() =>
        Should.Throw<InvalidOperationException>(() => _ml.Transforms.Conversion.MapKeyToValue("Name").Fit(_view))
            .Message.ShouldContain("Metadata KeyValues does not exist");

    [Fact]
    public void Values_are_mapped_to_values()
    {
        var map = new Dictionary<string, float> { ["a"] = 1.5f, ["b"] = -2 };

        var mapped = Map(_ml.Transforms.Conversion.MapValue("Out", map, "Name"));

        mapped.GetColumn<float>("Out").Take(2).ShouldBe([-2, 1.5f]);
    }

    [Fact]
    public void Text_by_a_boolean_key_is_the_same_text_in_every_row()
    {
        var view = _ml.Data.LoadFromEnumerable([new { Yes = true }, new { Yes = true }]);
        string stored = new('w', 1000);

        var mapped = _ml.Transforms.Conversion.MapValue("Out", [new KeyValuePair<bool, string>(true, stored)], "Yes").Fit(view).Transform(view);

        foreach (var text in mapped.GetColumn<ReadOnlyMemory<char>>("Out"))
        {
            System.Runtime.InteropServices.MemoryMarshal.TryGetString(text, out string? backing, out _, out int length).ShouldBeTrue();
            length.ShouldBe(1000);
            backing.ShouldBeSameAs(stored);
        }
    }

    [Fact]
    public void Values_may_become_keys()
    {
        var map = new Dictionary<string, string> { ["a"] = "low", ["b"] = "high", ["c"] = "low" };

        var mapped = Map(_ml.Transforms.Conversion.MapValue("Key", map, "Name", treatValuesAsKeyType: true));

        KeyValues(mapped).ShouldBe(["low", "high"]);
        mapped.GetColumn<uint>("Key").ShouldBe([2u, 1, 0, 2, 1]);
    }

    [Fact]
    public void Values_may_be_vectors()
    {
        KeyValuePair<string, int[]>[] map = [new("a", [1, 2]), new("b", [3])];

        Map(_ml.Transforms.Conversion.MapValue("Out", map, "Name")).GetColumn<int[]>("Out").Take(2).ShouldBe([[3], [1, 2]]);
    }

    [Fact]
    public void A_table_may_be_a_view()
    {
        var table = _ml.Data.LoadFromEnumerable([new { From = "a", To = 7 }, new { From = "b", To = 9 }]);

        var mapped = Map(_ml.Transforms.Conversion.MapValue("Out", table, table.Schema["From"], table.Schema["To"], "Name"));

        mapped.GetColumn<int>("Out").Take(2).ShouldBe([9, 7]);
    }

    private IDataView Map(IEstimator<ITransformer> estimator) => estimator.Fit(_view).Transform(_view);

    private static string[] KeyValues(IDataView view)
    {
        var values = default(VBuffer<ReadOnlyMemory<char>>);
        view.Schema["Key"].GetKeyValues(ref values);
        return [.. values.DenseValues().Select(v => v.ToString())];
    }

    public sealed class Item
    {
        public string Name { get; set; } = "";

        public float Number { get; set; }

        public string[] Tags { get; set; } = [];
    }
}
