using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.Objects;

public class CustomTypeTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void A_registered_type_goes_in_through_and_out()
    {
        var view = _ml.Data.LoadFromEnumerable(new[] { new Holder { Colour = new Colour { Name = "red" } } });

        view.Schema["Colour"].Type.ShouldBeOfType<ColourType>();
        var copied = _ml.Transforms.CopyColumns("Copy", "Colour").Fit(view).Transform(view);
        copied.GetColumn<Colour>("Copy").Single().Name.ShouldBe("red");
        _ml.Data.CreateEnumerable<Holder>(copied, false).Single().Colour.Name.ShouldBe("red");
    }

    [Fact]
    public void A_cache_cannot_hold_it()
    {
        var view = _ml.Data.LoadFromEnumerable(new[] { new Holder { Colour = new Colour { Name = "red" } } });

        Should.Throw<InvalidOperationException>(() => _ml.Data.Cache(view).GetColumn<Colour>("Colour").Count()).Message.ShouldContain("unhandled type");
    }

    [Fact]
    public void Saved_schemas_and_binary_files_leave_it_out()
    {
        var view = _ml.Data.LoadFromEnumerable(new[] { new Holder { Number = 3 } });
        using var model = new MemoryStream();
        _ml.Model.Save(_ml.Transforms.CopyColumns("Copy", "Number").Fit(view), view.Schema, model);
        model.Position = 0;
        _ml.Model.Load(model, out var schema);
        schema.Select(c => c.Name).ShouldBe(["Number"]);

        string file = Path.GetTempFileName();
        try
        {
            using (var stream = File.Create(file))
                _ml.Data.SaveAsBinary(view, stream);
            _ml.Data.LoadFromBinary(file).GetColumn<int>("Number").ShouldBe([3]);
            _ml.Data.LoadFromBinary(file).Schema.Select(c => c.Name).ShouldBe(["Number"]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_mapping_can_make_it()
    {
        var view = _ml.Data.LoadFromEnumerable(Point.Make(2));
        var output = _ml.Transforms.CustomMapping<Point, Made>((point, made) => made.Colour = new Colour { Name = point.Text }, null).Fit(view).Transform(view);

        output.GetColumn<Colour>("Colour").Select(c => c.Name).ShouldBe(["t0", "t1"]);
    }

    private sealed class Colour
    {
        public string Name { get; init; } = "";
    }

    private sealed class ColourType : StructuredDataViewType
    {
        public ColourType()
            : base(typeof(Colour))
        {
        }

        public override bool Equals(DataViewType? other) => other is ColourType;

        public override bool Equals(object? obj) => obj is ColourType;

        public override int GetHashCode() => 17;
    }

    private sealed class ColourAttribute : DataViewTypeAttribute
    {
        public override bool Equals(DataViewTypeAttribute? other) => other is ColourAttribute;

        public override bool Equals(object? obj) => obj is ColourAttribute;

        public override int GetHashCode() => 17;

        public override void Register() => DataViewTypeManager.Register(new ColourType(), typeof(Colour), this);
    }

    private sealed class Holder
    {
        [Colour]
        public Colour Colour { get; set; } = new();

        public int Number { get; set; }
    }

    private sealed class Made
    {
        [Colour]
        public Colour Colour { get; set; } = new();
    }
}
