using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.Text;

public sealed class TextLayoutTests : IDisposable
{
    private readonly MLContext _ml = new(1);
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void All_other_fields_make_a_vector()
    {
        var view = Load("1,2,3,4\n", new TextLoader.Options
        {
            Columns = [new TextLoader.Column("L", DataKind.Single, 1), new TextLoader.Column("F", DataKind.Single, [new TextLoader.Range { Min = 0, AllOther = true }])],
        });

        view.GetColumn<float[]>("F").Single().ShouldBe([1f, 3f, 4f]);
    }

    [Fact]
    public void A_variable_end_makes_a_vector_as_long_as_its_line()
    {
        var view = Load("1,2,3\n1,2,3,4,5\n", new TextLoader.Options
        {
            Columns = [new TextLoader.Column("F", DataKind.Single, [new TextLoader.Range { Min = 1, VariableEnd = true }])],
        });

        view.Schema["F"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single));
        view.GetColumn<float[]>("F").Select(v => v.Length).ShouldBe([2, 4]);
    }

    [Fact]
    public void A_decimal_comma_is_read()
    {
        File.WriteAllText(_file, "1,5;2,25\n");
        var view = _ml.Data.LoadFromTextFile(_file, new TextLoader.Options
        {
            Columns = [new TextLoader.Column("V", DataKind.Double, 0, 1)],
            Separators = [';'],
            DecimalMarker = ',',
        });

        view.GetColumn<double[]>("V").Single().ShouldBe([1.5, 2.25]);
    }

    [Fact]
    public void A_quoted_field_can_span_lines()
    {
        var view = Load("\"a\nb\",1\nc,2\n", new TextLoader.Options
        {
            Columns = [new TextLoader.Column("T", DataKind.String, 0), new TextLoader.Column("N", DataKind.Single, 1)],
            AllowQuoting = true,
            ReadMultilines = true,
        });

        view.GetColumn<string>("T").ShouldBe(["a\nb", "c"]);
        view.GetColumn<float>("N").ShouldBe([1f, 2f]);
    }

    [Fact]
    public void Sparse_lines_give_size_index_and_value()
    {
        var view = Load("7,5,1:3,4:9\n8,5,0:2\n", new TextLoader.Options
        {
            Columns = [new TextLoader.Column("L", DataKind.Single, 0), new TextLoader.Column("F", DataKind.Single, 1, 5)],
            AllowSparse = true,
        });

        view.GetColumn<float>("L").ShouldBe([7f, 8f]);
        view.GetColumn<float[]>("F").First().ShouldBe([0f, 3f, 0f, 0f, 9f]);
        view.GetColumn<float[]>("F").Last().ShouldBe([2f, 0f, 0f, 0f, 0f]);
    }

    [Fact]
    public void Keys_count_from_zero_in_text()
    {
        var view = Load("0\n2\n3\n?\n", new TextLoader.Options
        {
            Columns = [new TextLoader.Column("K", DataKind.UInt32, [new TextLoader.Range(0)], new KeyCount(3))],
        });

        view.Schema["K"].Type.ShouldBe(new KeyDataViewType(typeof(uint), 3));
        view.GetColumn<uint>("K").ShouldBe([1u, 3u, 0u, 0u]);
    }

    [Fact]
    public void Several_files_follow_each_other_each_with_its_header()
    {
        string second = Path.GetTempFileName();
        try
        {
            File.WriteAllText(_file, "n\n1\n2\n");
            File.WriteAllText(second, "n\n3\n");
            var loader = _ml.Data.CreateTextLoader([new TextLoader.Column("N", DataKind.Int32, 0)], hasHeader: true);

            loader.Load(_file, second).GetColumn<int>("N").ShouldBe([1, 2, 3]);
        }
        finally
        {
            File.Delete(second);
        }
    }

    [Fact]
    public void Columns_to_the_end_need_a_sample()
    {
        Should.Throw<Exception>(() => _ml.Data.CreateTextLoader([new TextLoader.Column("F", DataKind.Single, [new TextLoader.Range(0, null)])]))
            .ShouldNotBeOfType<NullReferenceException>();
    }

    private IDataView Load(string text, TextLoader.Options options)
    {
        File.WriteAllText(_file, text);
        options.Separators = [','];
        return _ml.Data.LoadFromTextFile(_file, options);
    }
}
