using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.Objects;

public class LoadFromEnumerableTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void Members_become_columns_of_their_types()
    {
        var schema = _ml.Data.LoadFromEnumerable(new[] { new Everything() }).Schema;

        schema["Renamed"].Type.ShouldBe(NumberDataViewType.Double);
        schema["Flag"].Type.ShouldBe(BooleanDataViewType.Instance);
        schema["Memory"].Type.ShouldBe(TextDataViewType.Instance);
        schema["Field"].Type.ShouldBe(NumberDataViewType.SByte);
        schema["Time"].Type.ShouldBe(DateTimeDataViewType.Instance);
        schema["Offset"].Type.ShouldBe(DateTimeOffsetDataViewType.Instance);
        schema["Span"].Type.ShouldBe(TimeSpanDataViewType.Instance);
        schema["RowId"].Type.ShouldBe(RowIdDataViewType.Instance);
        schema["Image"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Byte, 2, 3));
        schema["Open"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single));
        schema["Buffer"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Int64, 2));
        schema["Class"].Type.ShouldBe(new KeyDataViewType(typeof(uint), 5));
        schema["ReadOnly"].Type.ShouldBe(NumberDataViewType.Int32);
        schema.GetColumnOrNull("Skipped").ShouldBeNull();
        schema.GetColumnOrNull("Static").ShouldBeNull();
        schema.GetColumnOrNull("Hidden").ShouldBeNull();
    }

    [Fact]
    public void Values_come_through()
    {
        var rows = Point.Make(4);
        var view = _ml.Data.LoadFromEnumerable(rows);

        view.GetRowCount().ShouldBe(4);
        view.GetColumn<string>("Text").ShouldBe(rows.Select(r => r.Text));
        view.GetColumn<float[]>("Vector").Last().ShouldBe([3f, 3.5f, 4f]);
        view.GetColumn<ReadOnlyMemory<char>>("Text").First().ToString().ShouldBe("t0");
    }

    [Fact]
    public void Anonymous_types_and_records_are_read()
    {
        _ml.Data.LoadFromEnumerable(new[] { new { X = 1f, Name = "a" } }).GetColumn<string>("Name").ShouldBe(["a"]);
        _ml.Data.LoadFromEnumerable(new[] { new Record(3, "r") }).GetColumn<int>("Number").ShouldBe([3]);
    }

    [Fact]
    public void Nulls_are_empty_and_a_null_row_is_refused()
    {
        var view = _ml.Data.LoadFromEnumerable(new[] { new Point { Text = null!, Vector = null! } });
        view.GetColumn<string>("Text").ShouldBe([""]);
        view.GetColumn<VBuffer<float>>("Vector").Single().Length.ShouldBe(0);

        Should.Throw<InvalidOperationException>(() => _ml.Data.LoadFromEnumerable(new Point[] { null! }).GetColumn<int>("Id").Count())
            .Message.ShouldBe("Encountered null when iterating over data, this is not supported.");
    }

    [Fact]
    public void The_length_of_an_array_is_not_checked()
    {
        var view = _ml.Data.LoadFromEnumerable(new[] { new Point { Vector = [1f, 2f] } });

        view.GetColumn<float[]>("Vector").Single().ShouldBe([1f, 2f]);
    }

    [Fact]
    public void A_key_out_of_range_is_missing()
    {
        var view = _ml.Data.LoadFromEnumerable(new uint[] { 0, 1, 3, 4, 99 }.Select(k => new Point { Key = k }).ToArray());

        view.GetColumn<uint>("Key").ShouldBe([0u, 1u, 3u, 0u, 0u]);
        view.Schema["Key"].Type.ToString().ShouldBe("Key<UInt32, 0-2>");
    }

    [Fact]
    public void Unsupported_member_types_are_named()
    {
        Refused(new { X = 1m });
        Refused(new { X = (int?)1 });
        Refused(new { X = DayOfWeek.Friday });
        Refused(new { X = 'c' });
        Refused(new { X = new List<float>() });
        Refused(new { X = new Uri("http://example.org") });
    }

    [Fact]
    public void Wrong_attributes_are_refused()
    {
        Should.Throw<Exception>(() => _ml.Data.LoadFromEnumerable(new[] { new SignedKey() })).Message
            .ShouldContain("Member K marked with KeyType attribute, but does not appear to be a valid kind of data for a key type");
        Should.Throw<NotSupportedException>(() => _ml.Data.LoadFromEnumerable(new[] { new CountlessKey() }));
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Data.LoadFromEnumerable(new[] { new Twins() })).Message
            .ShouldBe("Duplicate column name 'q' detected, this is disallowed (Parameter 'userType')");
    }

    [Fact]
    public void A_definition_renames_retypes_and_annotates()
    {
        var definition = SchemaDefinition.Create(typeof(OpenVector));
        definition["Values"].ColumnName = "Features";
        definition["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 2);
        definition["Features"].AddAnnotation("Origin", "here".AsMemory(), TextDataViewType.Instance);

        var view = _ml.Data.LoadFromEnumerable(new[] { new OpenVector { Values = [1f, 2f] } }, definition);

        view.Schema["Features"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 2));
        ReadOnlyMemory<char> origin = default;
        view.Schema["Features"].Annotations.GetValue("Origin", ref origin);
        origin.ToString().ShouldBe("here");
        view.GetColumn<float[]>("Features").Single().ShouldBe([1f, 2f]);
    }

    [Fact]
    public void A_schema_gives_its_types_to_the_members()
    {
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("Values", new VectorDataViewType(NumberDataViewType.Single, 4));

        var view = _ml.Data.LoadFromEnumerable(new[] { new OpenVector { Values = [1f, 2f, 3f, 4f] } }, builder.ToSchema());

        view.Schema["Values"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 4));
    }

    private void Refused<T>(T row)
        where T : class =>
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Data.LoadFromEnumerable(new[] { row })).Message
            .ShouldBe("Could not determine an IDataView type and registered custom types for member X (Parameter 'rawType')");

    private sealed record Record(int Number, string Name);

    private sealed class OpenVector
    {
        public float[] Values { get; set; } = [];
    }

    private sealed class SignedKey
    {
        [KeyType(3)]
        public int K { get; set; }
    }

    private sealed class CountlessKey
    {
        [KeyType]
        public uint K { get; set; }
    }

    private sealed class Twins
    {
        [ColumnName("q")]
        public int A { get; set; }

        [ColumnName("q")]
        public int B { get; set; }
    }

    private sealed class Everything
    {
        public sbyte Field = 1;

        public static int Static { get; set; }

        [ColumnName("Renamed")]
        public double Number { get; set; }

        public bool Flag { get; set; }

        public ReadOnlyMemory<char> Memory { get; set; }

        public DateTime Time { get; set; }

        public DateTimeOffset Offset { get; set; }

        public TimeSpan Span { get; set; }

        public DataViewRowId RowId { get; set; }

        [VectorType(2, 3)]
        public byte[] Image { get; set; } = [];

        public float[] Open { get; set; } = [];

        [VectorType(2)]
        public VBuffer<long> Buffer { get; set; }

        [KeyType(5)]
        public uint Class { get; set; }

        public int ReadOnly => 3;

        [NoColumn]
        public Uri? Skipped { get; set; }

        private int Hidden { get; set; }
    }
}
