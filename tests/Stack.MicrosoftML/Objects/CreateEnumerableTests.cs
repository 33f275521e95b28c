using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.Objects;

public class CreateEnumerableTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void Objects_come_back_equal()
    {
        var rows = Point.Make(5);

        var back = _ml.Data.CreateEnumerable<Point>(_ml.Data.LoadFromEnumerable(rows), reuseRowObject: false).ToArray();

        back.Select(p => p.Text).ShouldBe(rows.Select(p => p.Text));
        back.Select(p => p.A).ShouldBe(rows.Select(p => p.A));
        back[4].Vector.ShouldBe(rows[4].Vector);
        back[0].Vector.ShouldNotBeSameAs(back[1].Vector);
    }

    [Fact]
    public void One_object_serves_all_rows_when_reused()
    {
        var back = _ml.Data.CreateEnumerable<Point>(_ml.Data.LoadFromEnumerable(Point.Make(3)), reuseRowObject: true).ToArray();

        back.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void A_missing_column_is_named_unless_ignored()
    {
        var view = _ml.Data.LoadFromEnumerable(Point.Make(2));

        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Data.CreateEnumerable<Zipped>(view, false).Count())
            .Message.ShouldBe("Could not find  column 'Zip' (Parameter 'Schema')");
        _ml.Data.CreateEnumerable<Zipped>(view, false, ignoreMissingColumns: true).Select(z => z.A).ShouldBe([0f, 1f]);
    }

    [Fact]
    public void A_wrong_type_is_named()
    {
        var view = _ml.Data.LoadFromEnumerable(Point.Make(2));

        Should.Throw<InvalidOperationException>(() => _ml.Data.CreateEnumerable<TextId>(view, false).Count())
            .Message.ShouldBe("Can't bind the IDataView column 'Id' of type 'Int32' to field or property 'Id' of type 'System.String'.");
        Should.Throw<ArgumentOutOfRangeException>(() => view.GetColumn<float>("Text").Count())
            .Message.ShouldBe("Cannot map column (name: Text, type: String) in data to the user-defined type, System.Single. (Parameter 'column')");
    }

    [Fact]
    public void Preview_shows_the_first_rows()
    {
        var preview = _ml.Data.LoadFromEnumerable(Point.Make(30)).Preview(maxRows: 7);

        preview.RowView.Length.ShouldBe(7);
        preview.ColumnView.Length.ShouldBe(6);
        preview.ColumnView.Single(c => c.Column.Name == "Id").Values.ShouldBe([0, 1, 2, 3, 4, 5, 6]);
        preview.RowView[2].Values.Single(v => v.Key == "A").Value.ShouldBe(2f);
    }

    private sealed class Zipped
    {
        public float A { get; set; }

        public int Zip { get; set; }
    }

    private sealed class TextId
    {
        public string Id { get; set; } = "";
    }
}
