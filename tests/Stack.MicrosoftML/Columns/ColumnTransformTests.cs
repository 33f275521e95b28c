using Microsoft.ML;
using Microsoft.ML.Data;
using Stack.MicrosoftML.External;

namespace Stack.MicrosoftML.Columns;

public class ColumnTransformTests
{
    private readonly MLContext _ml = new(1);
    private readonly IDataView _view;

    public ColumnTransformTests() => _view = _ml.Data.LoadFromEnumerable(Point.Make(4));

    [Fact]
    public void Concatenate_joins_scalars_and_vectors_and_names_the_slots()
    {
        var output = _ml.Transforms.Concatenate("F", "A", "Vector", "B").Fit(_view).Transform(_view);

        output.Schema["F"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 5));
        output.GetColumn<float[]>("F").ElementAt(2).ShouldBe([2f, 2f, 2.5f, 3f, -2f]);
        VBuffer<ReadOnlyMemory<char>> names = default;
        output.Schema["F"].GetSlotNames(ref names);
        names.DenseValues().Select(n => n.ToString()).ShouldBe(["A", "", "", "", "B"]);
    }

    [Fact]
    public void Concatenate_of_sparse_vectors_is_right()
    {
        var rows = new[] { new Sparse { V = new VBuffer<float>(6, 1, [5f], [4]) }, new Sparse { V = new VBuffer<float>(6, [1f, 2f, 3f, 4f, 5f, 6f]) } };
        var view = _ml.Data.LoadFromEnumerable(rows);

        var output = _ml.Transforms.Concatenate("F", "V", "V").Fit(view).Transform(view).GetColumn<float[]>("F").ToArray();

        output[0].ShouldBe([0f, 0f, 0f, 0f, 5f, 0f, 0f, 0f, 0f, 0f, 5f, 0f]);
        output[1].ShouldBe([1f, 2f, 3f, 4f, 5f, 6f, 1f, 2f, 3f, 4f, 5f, 6f]);
    }

    [Fact]
    public void Concatenate_alone_fits_whatever_comes_but_a_chain_checks()
    {
        Should.NotThrow(() => _ml.Transforms.Concatenate("F", "Nowhere").Fit(_view));
        Should.NotThrow(() => _ml.Transforms.Concatenate("F", "A", "Text").Fit(_view));

        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Transforms.CopyColumns("X", "A").Append(_ml.Transforms.Concatenate("F", "Nowhere")).Fit(_view))
            .Message.ShouldBe("Could not find input column 'Nowhere' (Parameter 'inputSchema')");
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Transforms.Concatenate("F", "A", "Text").GetOutputSchema(Shapes.Of(_view.Schema)))
            .Message.ShouldContain("input column 'Text'");
        Should.Throw<ArgumentNullException>(() => _ml.Transforms.Concatenate("F", "A").Fit(null!)).ParamName.ShouldBe("input");
    }

    [Fact]
    public void Copy_keeps_type_and_annotations()
    {
        var named = _ml.Transforms.Concatenate("F", "A", "B").Fit(_view).Transform(_view);

        var copy = _ml.Transforms.CopyColumns("G", "F").Fit(named).Transform(named);

        copy.Schema["G"].Type.ShouldBe(copy.Schema["F"].Type);
        copy.Schema["G"].HasSlotNames().ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Transforms.CopyColumns("G", "F").Fit(_view))
            .Message.ShouldBe("Could not find input column 'F' (Parameter 'inputSchema')");
    }

    [Fact]
    public void A_copy_over_an_existing_name_hides_the_old_column()
    {
        var output = _ml.Transforms.CopyColumns("A", "B").Fit(_view).Transform(_view);

        output.GetColumn<float>("A").ShouldBe([0f, -1f, -2f, -3f]);
        output.Schema.Count.ShouldBe(_view.Schema.Count + 1);
        output.Schema[_view.Schema["A"].Index].IsHidden.ShouldBeTrue();
        output.GetColumn<float>(output.Schema[_view.Schema["A"].Index]).ShouldBe([0f, 1f, 2f, 3f]);
    }

    [Fact]
    public void Drop_removes_and_select_orders()
    {
        var dropped = _ml.Transforms.DropColumns("A", "Text").Fit(_view).Transform(_view);
        dropped.Schema.Select(c => c.Name).ShouldBe(["Id", "B", "Vector", "Key"]);
        dropped.GetColumn<uint>("Key").ShouldBe([0u, 1u, 2u, 3u]);

        var selected = _ml.Transforms.SelectColumns("Text", "Id").Fit(_view).Transform(_view);
        selected.Schema.Select(c => c.Name).ShouldBe(["Text", "Id"]);
        selected.GetColumn<int>("Id").ShouldBe([0, 1, 2, 3]);
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Transforms.SelectColumns("Zip").Fit(_view));
    }

    [Fact]
    public void Dropping_a_replaced_column_leaves_no_hidden_one_behind()
    {
        var output = _ml.Transforms.CopyColumns("A", "B").Append(_ml.Transforms.DropColumns("A")).Fit(_view).Transform(_view);

        output.Schema.GetColumnOrNull("A").ShouldBeNull();
    }

    [Fact]
    public void Promised_and_fitted_schemas_agree()
    {
        var chain = _ml.Transforms.Concatenate("F", "A", "Vector").Append(_ml.Transforms.CopyColumns("G", "F")).Append(_ml.Transforms.SelectColumns("G", "Key"));

        var promised = chain.GetOutputSchema(Shapes.Of(_view.Schema));
        var fitted = Shapes.Of(chain.Fit(_view).GetOutputSchema(_view.Schema));

        promised.Select(c => (c.Name, c.Kind, c.ItemType, c.IsKey)).ShouldBe(fitted.Select(c => (c.Name, c.Kind, c.ItemType, c.IsKey)));
    }

    private sealed class Sparse
    {
        [VectorType(6)]
        public VBuffer<float> V { get; set; }
    }
}
