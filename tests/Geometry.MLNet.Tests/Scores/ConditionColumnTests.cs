using Geometry.MLNet.Tests.Views;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Tests.Scores;

/// <summary>How columns of discrete values become conditions: by key, by number, false before true, by text; whatever the order of the rows.</summary>
public class ConditionColumnTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Text_is_ordered_by_its_characters() => Conditions("Text").ShouldBe(["B", "a", "b"]);

    [Fact]
    public void Numbers_are_ordered_by_value() => Conditions("Number").ShouldBe(["-3", "10", "200"]);

    [Fact]
    public void Booleans_are_false_and_true() => Conditions("Flag").ShouldBe(["false", "true"]);

    [Fact]
    public void Keys_are_ordered_by_key_and_named_by_value()
    {
        // Key values are in the order in which they first occur.
        Conditions("Key").ShouldBe(["b", "B", "a"]);
        Conditions("Code").ShouldBe(["1", "3", "4"]);
    }

    [Fact]
    public void Key_values_of_other_types_leave_the_number_of_the_key() => Conditions("NumberKey").ShouldBe(["1", "2", "3"]);

    [Fact]
    public void Several_columns_combine_and_only_combinations_that_occur_count() =>
        Conditions("Flag", "Number").ShouldBe(["Flag=false, Number=10", "Flag=true, Number=-3", "Flag=true, Number=200"]);

    private IReadOnlyList<string> Conditions(params string[] columns)
    {
        var rows = new[]
        {
            new Row { Text = "b", Number = 200, Flag = true, Code = 4 },
            new Row { Text = "B", Number = 10, Flag = false, Code = 1 },
            new Row { Text = "a", Number = -3, Flag = true, Code = 3 },
        };
        IDataView raw = _ml.Data.LoadFromEnumerable(rows);
        IDataView view = _ml.Transforms.Conversion.MapValueToKey("Key", "Text").Append(_ml.Transforms.Conversion.MapValueToKey("NumberKey", "Number"))
            .Fit(raw).Transform(raw);
        return _ml.Geometry.Scores.Ccgp("Embedding", columns).Fit(view).Conditions;
    }

    private sealed class Row
    {
        [VectorType(2)]
        public float[] Embedding { get; init; } = [0, 0];

        public string Text { get; init; } = "";

        public long Number { get; init; }

        public bool Flag { get; init; }

        [KeyType(5)]
        public uint Code { get; init; }
    }
}
