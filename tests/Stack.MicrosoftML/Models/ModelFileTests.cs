using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Stack.MicrosoftML.Models;

public class ModelFileTests
{
    private readonly MLContext _ml = new(1);
    private readonly IDataView _view;

    public ModelFileTests() => _view = _ml.Data.LoadFromEnumerable(Point.Make(5));

    [Fact]
    public void A_chain_comes_back_with_its_schema()
    {
        var model = _ml.Transforms.Concatenate("F", "A", "Vector")
            .Append(_ml.Transforms.CopyColumns("G", "F"))
            .Append(_ml.Transforms.DropColumns("F"))
            .Append(_ml.Transforms.SelectColumns("G", "Id"))
            .Fit(_view);

        var loaded = Reload(model, _view.Schema, out var schema);

        schema!.Select(c => c.ToString()).ShouldBe(_view.Schema.Select(c => c.ToString()));
        loaded.Transform(_view).Schema.Select(c => c.Name).ShouldBe(["G", "Id"]);
        loaded.Transform(_view).GetColumn<float[]>("G").ShouldBe(model.Transform(_view).GetColumn<float[]>("G"));
    }

    [Fact]
    public void A_single_transformer_is_loaded_as_a_chain_and_a_missing_schema_as_null()
    {
        var loaded = Reload(_ml.Transforms.CopyColumns("X", "A").Fit(_view), null, out var schema);

        schema.ShouldBeNull();
        loaded.ShouldBeOfType<TransformerChain<ITransformer>>().Single().ShouldBeOfType<ColumnCopyingTransformer>();
    }

    [Fact]
    public void Annotations_of_the_input_schema_are_kept()
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add("Bytes", new VectorDataViewType(NumberDataViewType.Byte, 3), (ref VBuffer<byte> v) => v = new VBuffer<byte>(3, [1, 2, 3]));
        annotations.AddPrimitiveValue("Note", TextDataViewType.Instance, "layer 1".AsMemory());
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("A", NumberDataViewType.Single, annotations.ToAnnotations());
        builder.AddColumn("K", new VectorDataViewType(new KeyDataViewType(typeof(uint), 9), 2, 2));

        Reload(_ml.Transforms.CopyColumns("X", "A").Fit(_view), builder.ToSchema(), out var schema);

        VBuffer<byte> bytes = default;
        schema!["A"].Annotations.GetValue("Bytes", ref bytes);
        bytes.DenseValues().ShouldBe([1, 2, 3]);
        ReadOnlyMemory<char> note = default;
        schema["A"].Annotations.GetValue("Note", ref note);
        note.ToString().ShouldBe("layer 1");
        schema["K"].Type.ShouldBe(new VectorDataViewType(new KeyDataViewType(typeof(uint), 9), 2, 2));
    }

    [Fact]
    public void What_is_no_zip_is_refused()
    {
        Should.Throw<FormatException>(() => _ml.Model.Load(new MemoryStream([1, 2, 3, 4, 5]), out _)).Message.ShouldContain("Failed to open a zip archive");
    }

    [Fact]
    public void Further_entries_in_the_zip_do_not_matter()
    {
        var stream = new MemoryStream();
        _ml.Model.Save(_ml.Transforms.CopyColumns("X", "A").Fit(_view), _view.Schema, stream);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.Entries.Select(e => e.FullName).ShouldContain("TransformerChain/Model.key");
            archive.Entries.Select(e => e.FullName).ShouldContain("TrainingInfo/Version.txt");
            archive.Entries.Select(e => e.FullName).ShouldContain("TransformerChain/Transform_000/Model.key");
            archive.CreateEntry("Geometry/hash.txt");
        }
        stream.Position = 0;

        _ml.Model.Load(stream, out _).Transform(_view).GetColumn<float>("X").Count().ShouldBe(5);
    }

    [Fact]
    public void Two_components_in_one_place_are_corrupt_on_loading()
    {
        using var stream = new MemoryStream();
        var both = new Twice(_ml.Transforms.CopyColumns("X", "A").Fit(_view), _ml.Transforms.CopyColumns("Y", "A").Fit(_view));
        _ml.Model.Save(both, _view.Schema, stream);
        stream.Position = 0;

        Should.Throw<FormatException>(() => _ml.Model.Load(stream, out _));
    }

    [Fact]
    public void A_model_with_its_loader_reads_the_file_again()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "1,2\n3,4\n");
            var loader = _ml.Data.CreateTextLoader([new TextLoader.Column("V", DataKind.Single, 0, 1)], ',');
            var data = loader.Load(file);
            using var stream = new MemoryStream();
            _ml.Model.Save(_ml.Transforms.CopyColumns("W", "V").Fit(data), loader, stream);

            stream.Position = 0;
            var model = new MLContext().Model.LoadWithDataLoader(stream, out var restored);
            model.Transform(restored.Load(new MultiFileSource(file))).GetColumn<float[]>("W").Last().ShouldBe([3f, 4f]);

            stream.Position = 0;
            new MLContext().Model.Load(stream, out var schema);
            schema.Single().Name.ShouldBe("V");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private ITransformer Reload(ITransformer model, DataViewSchema? inputSchema, out DataViewSchema? schema)
    {
        using var stream = new MemoryStream();
        _ml.Model.Save(model, inputSchema, stream);
        stream.Position = 0;
        return new MLContext().Model.Load(stream, out schema);
    }

    private sealed class Twice(ITransformer a, ITransformer b) : ITransformer
    {
        public bool IsRowToRowMapper => true;

        public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => b.GetOutputSchema(a.GetOutputSchema(inputSchema));

        public IDataView Transform(IDataView input) => b.Transform(a.Transform(input));

        public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => throw new NotSupportedException();

        public void Save(ModelSaveContext ctx)
        {
            a.Save(ctx);
            b.Save(ctx);
        }
    }
}
