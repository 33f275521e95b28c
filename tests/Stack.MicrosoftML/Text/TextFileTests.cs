using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.Text;

public sealed class TextFileTests : IDisposable
{
    private readonly MLContext _ml = new(1);
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Columns_are_cut_and_typed()
    {
        var view = Load("1\tx\t2.5\t3\n0\ty\t-1e2\t4\n",
            new TextLoader.Column("Label", DataKind.Boolean, 0), new TextLoader.Column("Text", DataKind.String, 1), new TextLoader.Column("V", DataKind.Single, 2, 3));

        view.GetColumn<bool>("Label").ShouldBe([true, false]);
        view.GetColumn<string>("Text").ShouldBe(["x", "y"]);
        view.GetColumn<float[]>("V").Last().ShouldBe([-100f, 4f]);
        view.Schema["V"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 2));
        view.GetRowCount().ShouldBeNull();
        view.CanShuffle.ShouldBeFalse();
    }

    [Fact]
    public void Missing_reals_are_zero_and_unreadable_ones_nan()
    {
        var view = Load("1\t\n?\tnan\nabc\n", new TextLoader.Column("A", DataKind.Single, 0), new TextLoader.Column("B", DataKind.Single, 1));

        view.GetColumn<float>("A").ShouldBe([1f, float.NaN, float.NaN]);
        view.GetColumn<float>("B").ShouldBe([0f, float.NaN, 0f]);
    }

    [Fact]
    public void Missing_reals_can_be_nan()
    {
        File.WriteAllText(_file, "1,\n2\n");
        var view = _ml.Data.LoadFromTextFile(_file, new TextLoader.Options
        {
            Columns = [new TextLoader.Column("V", DataKind.Single, 0, 1)],
            Separators = [','],
            MissingRealsAsNaNs = true,
        });

        view.GetColumn<float[]>("V").Select(v => v[1]).ShouldBe([float.NaN, float.NaN]);
    }

    [Fact]
    public void The_header_names_the_slots()
    {
        File.WriteAllText(_file, "a,b,c\n1,2,3\n");
        var view = _ml.Data.LoadFromTextFile(_file, [new TextLoader.Column("V", DataKind.Single, 1, 2)], ',', hasHeader: true);

        view.GetColumn<float[]>("V").Single().ShouldBe([2f, 3f]);
        VBuffer<ReadOnlyMemory<char>> names = default;
        view.Schema["V"].GetSlotNames(ref names);
        names.DenseValues().Select(n => n.ToString()).ShouldBe(["b", "c"]);
    }

    [Fact]
    public void Quotes_protect_separators_and_quotes()
    {
        File.WriteAllText(_file, "\"a,b\",1\n\"say \"\"hi\"\"\",2\n\"\",3\n");
        TextLoader.Column[] columns = [new("T", DataKind.String, 0), new("N", DataKind.Int32, 1)];

        var view = _ml.Data.LoadFromTextFile(_file, columns, ',', allowQuoting: true);
        view.GetColumn<string>("T").ShouldBe(["a,b", "say \"hi\"", ""]);
        view.GetColumn<int>("N").ShouldBe([1, 2, 3]);
        _ml.Data.LoadFromTextFile(_file, columns, ',').GetColumn<string>("T").First().ShouldBe("\"a");
    }

    [Fact]
    public void An_open_range_goes_to_the_end_of_the_lines()
    {
        File.WriteAllText(_file, "7,1,2,3\n8,4,5,6\n");
        var view = _ml.Data.LoadFromTextFile(_file, new TextLoader.Options
        {
            Separators = [','],
            Columns = [new TextLoader.Column("L", DataKind.Int32, 0), new TextLoader.Column("F", DataKind.Single, [new TextLoader.Range(1, null)])],
        });

        view.Schema["F"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 3));
        view.GetColumn<float[]>("F").Last().ShouldBe([4f, 5f, 6f]);
    }

    [Fact]
    public void Rows_are_limited_and_empty_lines_are_none()
    {
        File.WriteAllText(_file, "1\n\n2\n3\n");
        var view = _ml.Data.LoadFromTextFile(_file, new TextLoader.Options { Columns = [new TextLoader.Column("A", DataKind.Int32, 0)], MaxRows = 2 });

        view.GetColumn<int>("A").ShouldBe([1, 2]);
    }

    [Fact]
    public void A_row_type_gives_the_columns()
    {
        File.WriteAllText(_file, "1,a,2,3\n");

        var row = _ml.Data.CreateEnumerable<Typed>(_ml.Data.LoadFromTextFile<Typed>(_file, ','), false).Single();

        row.Label.ShouldBeTrue();
        row.Name.ShouldBe("a");
        row.Features.ShouldBe([2f, 3f]);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Data.LoadFromTextFile("/nowhere/at/all.csv", [new TextLoader.Column("A", DataKind.Single, 0)]))
            .Message.ShouldContain("/nowhere/at/all.csv");
    }

    [Fact]
    public void Saved_text_is_read_back_by_its_own_header()
    {
        var rows = Point.Make(6);
        rows[2].Text = "with\ttab and \"quotes\"";
        rows[3].Text = "";
        rows[4].A = float.NaN;
        var view = _ml.Data.LoadFromEnumerable(rows);
        using (var stream = File.Create(_file))
            _ml.Data.SaveAsText(view, stream);

        var back = _ml.Data.LoadFromTextFile(_file);

        back.Schema.Select(c => (c.Name, c.Type)).ShouldBe(view.Schema.Select(c => (c.Name, c.Type)));
        back.GetColumn<string>("Text").ShouldBe(rows.Select(r => r.Text));
        back.GetColumn<float>("A").ShouldBe(rows.Select(r => r.A));
        back.GetColumn<uint>("Key").ShouldBe(view.GetColumn<uint>("Key"));
        back.GetColumn<float[]>("Vector").ShouldBe(view.GetColumn<float[]>("Vector"));
    }

    [Fact]
    public void Mostly_empty_rows_survive_as_sparse_lines()
    {
        var rows = Enumerable.Range(0, 3).Select(i =>
        {
            var v = new float[50];
            v[10 * i] = i + 1;
            return new Wide { V = v };
        }).ToArray();
        using (var stream = File.Create(_file))
            _ml.Data.SaveAsText(_ml.Data.LoadFromEnumerable(rows), stream, headerRow: false);

        new FileInfo(_file).Length.ShouldBeLessThan(200);
        _ml.Data.LoadFromTextFile(_file).GetColumn<float[]>("V").ShouldBe(rows.Select(r => r.V));
    }

    [Fact]
    public void Plain_text_has_neither_header()
    {
        using var stream = new MemoryStream();
        _ml.Data.SaveAsText(_ml.Data.LoadFromEnumerable(new[] { new { A = 1.5f, B = "x" } }), stream, ',', headerRow: false, schema: false, forceDense: true);

        System.Text.Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n").ShouldBe("1.5,x\n");
    }

    [Fact]
    public void Binary_files_keep_types_annotations_and_values()
    {
        var view = _ml.Data.LoadFromEnumerable(Point.Make(20));
        var named = _ml.Transforms.Concatenate("F", "A", "B").Fit(view).Transform(view);
        using (var stream = File.Create(_file))
            _ml.Data.SaveAsBinary(named, stream);

        var back = _ml.Data.LoadFromBinary(_file);

        back.Schema.Select(c => (c.Name, c.Type)).ShouldBe(named.Schema.Select(c => (c.Name, c.Type)));
        back.Schema["F"].HasSlotNames().ShouldBeTrue();
        back.GetRowCount().ShouldBe(20);
        back.GetColumn<string>("Text").ShouldBe(view.GetColumn<string>("Text"));
        back.GetColumn<float[]>("F").ShouldBe(named.GetColumn<float[]>("F"));
        back.GetColumn<uint>("Key").ShouldBe(view.GetColumn<uint>("Key"));
    }

    private IDataView Load(string text, params TextLoader.Column[] columns)
    {
        File.WriteAllText(_file, text);
        return _ml.Data.LoadFromTextFile(_file, columns);
    }

    private sealed class Wide
    {
        [VectorType(50)]
        public float[] V { get; set; } = [];
    }

    private sealed class Typed
    {
        [LoadColumn(0)]
        public bool Label { get; set; }

        [LoadColumn(1)]
        public string Name { get; set; } = "";

        [LoadColumn(2, 3)]
        [VectorType(2)]
        public float[] Features { get; set; } = [];
    }
}
