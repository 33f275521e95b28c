using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.DataView;

public class SchemaTests
{
    [Fact]
    public void The_last_column_of_a_name_hides_the_earlier_ones()
    {
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("X", NumberDataViewType.Single);
        builder.AddColumn("X", TextDataViewType.Instance);
        var schema = builder.ToSchema();

        schema["X"].Index.ShouldBe(1);
        schema[0].IsHidden.ShouldBeTrue();
        schema[1].IsHidden.ShouldBeFalse();
        schema.Count.ShouldBe(2);
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        var schema = new DataViewSchema.Builder().ToSchema();

        Should.Throw<ArgumentOutOfRangeException>(() => schema["x"]).Message.ShouldBe("Column 'x' not found (Parameter 'name')");
        schema.GetColumnOrNull("x").ShouldBeNull();
    }

    [Fact]
    public void Annotations_are_read_back_by_kind()
    {
        var names = new[] { "a".AsMemory(), "b".AsMemory() };
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add("SlotNames", new VectorDataViewType(TextDataViewType.Instance, 2), (ref VBuffer<ReadOnlyMemory<char>> v) => v = new VBuffer<ReadOnlyMemory<char>>(2, names));
        annotations.AddPrimitiveValue("IsNormalized", BooleanDataViewType.Instance, true);
        annotations.AddPrimitiveValue("Geometry.Layer", NumberDataViewType.Int32, 3);
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("F", new VectorDataViewType(NumberDataViewType.Single, 2), annotations.ToAnnotations());
        var column = builder.ToSchema()["F"];

        column.HasSlotNames().ShouldBeTrue();
        column.IsNormalized().ShouldBeTrue();
        VBuffer<ReadOnlyMemory<char>> slots = default;
        column.GetSlotNames(ref slots);
        slots.DenseValues().Select(s => s.ToString()).ShouldBe(["a", "b"]);
        int layer = 0;
        column.Annotations.GetValue("Geometry.Layer", ref layer);
        layer.ShouldBe(3);
    }

    [Fact]
    public void Key_values_count_only_when_there_is_one_for_each_key()
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add("KeyValues", new VectorDataViewType(NumberDataViewType.Int32, 2), (ref VBuffer<int> v) => v = new VBuffer<int>(2, [7, 8]));
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("Good", new KeyDataViewType(typeof(uint), 2), annotations.ToAnnotations());
        builder.AddColumn("Bad", new KeyDataViewType(typeof(uint), 3), annotations.ToAnnotations());
        var schema = builder.ToSchema();

        schema["Good"].HasKeyValues().ShouldBeTrue();
        schema["Good"].HasKeyValues(TextDataViewType.Instance).ShouldBeFalse();
        schema["Bad"].HasKeyValues().ShouldBeFalse();
        VBuffer<int> values = default;
        schema["Good"].GetKeyValues(ref values);
        values.DenseValues().ShouldBe([7, 8]);
    }

    [Fact]
    public void Types_compare_by_value_and_print_their_shape()
    {
        new VectorDataViewType(NumberDataViewType.Single, 3).Equals(new VectorDataViewType(NumberDataViewType.Single, 3)).ShouldBeTrue();
        new VectorDataViewType(NumberDataViewType.Single, 3).Equals(new VectorDataViewType(NumberDataViewType.Single, 4)).ShouldBeFalse();
        new KeyDataViewType(typeof(uint), 3).Equals((object)new KeyDataViewType(typeof(uint), 3UL)).ShouldBeTrue();
        new KeyDataViewType(typeof(uint), 3).ToString().ShouldBe("Key<UInt32, 0-2>");
        new VectorDataViewType(NumberDataViewType.Single, 3).ToString().ShouldBe("Vector<Single, 3>");
        new VectorDataViewType(NumberDataViewType.Single).IsKnownSize.ShouldBeFalse();
        new VectorDataViewType(NumberDataViewType.Single, 2, 4, 4).Size.ShouldBe(32);
        TextDataViewType.Instance.ToString().ShouldBe("String");
    }
}
