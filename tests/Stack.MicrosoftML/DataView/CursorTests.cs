using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.DataView;

public class CursorTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void Position_runs_from_minus_one_and_back_to_it()
    {
        var view = _ml.Data.LoadFromEnumerable(Point.Make(2));
        var cursor = view.GetRowCursor([view.Schema["Id"]]);

        cursor.Position.ShouldBe(-1);
        cursor.MoveNext().ShouldBeTrue();
        cursor.Position.ShouldBe(0);
        cursor.Batch.ShouldBe(0);
        cursor.MoveNext().ShouldBeTrue();
        cursor.Position.ShouldBe(1);
        cursor.MoveNext().ShouldBeFalse();
        cursor.Position.ShouldBe(-1);
        cursor.MoveNext().ShouldBeFalse();
        cursor.Dispose();
        cursor.Dispose();
        cursor.Position.ShouldBe(-1);
    }

    [Fact]
    public void An_inactive_column_and_a_wrong_type_are_refused()
    {
        var view = _ml.Data.LoadFromEnumerable(Point.Make(2));
        using var cursor = view.GetRowCursor([view.Schema["Id"]]);

        cursor.IsColumnActive(view.Schema["A"]).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => cursor.GetGetter<float>(view.Schema["A"])).Message
            .ShouldBe("requested column not active (Parameter 'column')");
        Should.Throw<InvalidOperationException>(() => cursor.GetGetter<float>(view.Schema["Id"])).Message
            .ShouldStartWith("Invalid TValue in GetGetter for column #");
    }

    [Fact]
    public void A_getter_off_the_rows_throws()
    {
        var view = _ml.Data.LoadFromEnumerable(Point.Make(1));
        using var cursor = view.GetRowCursor(view.Schema);
        var get = cursor.GetGetter<float>(view.Schema["A"]);
        float value = 0;

        Should.Throw<NullReferenceException>(() => get(ref value));
        cursor.MoveNext();
        get(ref value);
        cursor.MoveNext();
        Should.Throw<NullReferenceException>(() => get(ref value));
    }

    [Fact]
    public void Row_ids_are_unique_and_the_same_in_every_pass()
    {
        var view = _ml.Data.LoadFromEnumerable(Point.Make(50));

        var first = Ids(view);
        first.Distinct().Count().ShouldBe(50);
        Ids(view).ShouldBe(first);
    }

    [Fact]
    public void A_column_of_another_schema_counts_by_its_index()
    {
        var view = _ml.Data.LoadFromEnumerable(Point.Make(3));
        var other = _ml.Data.LoadFromEnumerable(Point.Make(3));
        using var cursor = view.GetRowCursor([other.Schema["A"]]);

        cursor.MoveNext().ShouldBeTrue();
        cursor.MoveNext().ShouldBeTrue();
        float value = 0;
        cursor.GetGetter<float>(other.Schema["A"])(ref value);
        value.ShouldBe(1f);
    }

    [Fact]
    public void Transforms_read_no_row_until_a_cursor_moves()
    {
        int rows = 0;
        IEnumerable<Point> Source()
        {
            foreach (var point in Point.Make(5))
            {
                rows++;
                yield return point;
            }
        }

        var view = _ml.Data.LoadFromEnumerable(Source());
        view.GetRowCount().ShouldBeNull();
        view.CanShuffle.ShouldBeFalse();
        var transformed = _ml.Transforms.Concatenate("C", "A", "B").Fit(view).Transform(view);
        rows.ShouldBe(0);
        transformed.GetColumn<float[]>("C").Count().ShouldBe(5);
        rows.ShouldBe(5);
    }

    [Fact]
    public void A_cache_reads_each_column_once()
    {
        int calls = 0;
        var view = _ml.Data.LoadFromEnumerable(Point.Make(200));
        var mapped = _ml.Transforms.CustomMapping<Point, One>((_, _) => Interlocked.Increment(ref calls), null).Fit(view).Transform(view);
        var cache = _ml.Data.Cache(mapped);

        cache.CanShuffle.ShouldBeTrue();
        cache.GetColumn<float>("A").Count().ShouldBe(200);
        calls.ShouldBe(0);
        cache.GetColumn<int>("Value").Count().ShouldBe(200);
        cache.GetColumn<int>("Value").Count().ShouldBe(200);
        calls.ShouldBe(200);
        cache.GetRowCount().ShouldBe(200);
    }

    [Fact]
    public void The_cursors_of_a_set_cover_every_row_once()
    {
        var cache = _ml.Data.Cache(_ml.Data.LoadFromEnumerable(Point.Make(300)));
        var cursors = cache.GetRowCursorSet([cache.Schema["Id"], cache.Schema["Vector"]], 3);
        var seen = new List<(long Batch, int Id)>();
        foreach (var cursor in cursors)
        {
            var get = cursor.GetGetter<int>(cache.Schema["Id"]);
            var getVector = cursor.GetGetter<VBuffer<float>>(cache.Schema["Vector"]);
            VBuffer<float> vector = default;
            int id = 0;
            long batch = -1;
            while (cursor.MoveNext())
            {
                cursor.Batch.ShouldBeGreaterThanOrEqualTo(batch);
                batch = cursor.Batch;
                get(ref id);
                getVector(ref vector);
                vector.GetValues()[0].ShouldBe(id);
                seen.Add((batch, id));
            }
            cursor.Dispose();
        }
        seen.OrderBy(s => s.Batch).ThenBy(s => s.Id).Select(s => s.Id).ShouldBe(Enumerable.Range(0, 300));
    }

    private static List<DataViewRowId> Ids(IDataView view)
    {
        var ids = new List<DataViewRowId>();
        using var cursor = view.GetRowCursor([]);
        var get = cursor.GetIdGetter();
        DataViewRowId id = default;
        while (cursor.MoveNext())
        {
            get(ref id);
            ids.Add(id);
        }
        return ids;
    }

    private sealed class One
    {
        public int Value { get; set; }
    }
}
