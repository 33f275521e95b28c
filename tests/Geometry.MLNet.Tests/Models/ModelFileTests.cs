using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Geometry.MLNet.Tests.Views;
using Geometry.Networks;
using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.MLNet.Tests.Models;

/// <summary>What is in a model file, what it needs to be loaded, and what is refused.</summary>
public sealed class ModelFileTests : IDisposable
{
    private readonly MLContext _ml = new(seed: 1);
    private readonly string _folder = Directory.CreateTempSubdirectory("geometry").FullName;

    private string File => Path.Combine(_folder, "model.zip");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_holds_stock_parts_that_ml_net_loads_and_tensors_that_others_read()
    {
        IDataView data = Blobs.WithKey(_ml);
        _ml.Geometry.Model.Save(Chain().Fit(data), data.Schema, File);
        using ZipArchive archive = ZipFile.OpenRead(File);
        archive.Entries.Select(entry => entry.FullName).ShouldBe(
            ["schema.zip", "parts/1-stock.zip", "parts/2-mlp/part.json", "parts/2-mlp/network.safetensors", "parts/3-stock.zip", "model.json"]);
        archive.Entries.ShouldAllBe(entry => entry.LastWriteTime.Year == 1980 && entry.CompressedLength == entry.Length);
        using JsonDocument manifest = JsonDocument.Parse(archive.GetEntry("model.json")!.Open());
        manifest.RootElement.GetProperty("format").GetString().ShouldBe("geometry-model");
        JsonElement parts = manifest.RootElement.GetProperty("model").GetProperty("parts");
        parts.EnumerateArray().Select(part => part.GetProperty("kind").GetString()).ShouldBe(["stock", "mlp", "stock"]);
        parts[1].GetProperty("outputs").EnumerateArray().Select(name => name.GetString()).ShouldBe(["Hidden1", "Score", "PredictedLabel"]);
        ITransformer stock = new MLContext(seed: 2).Model.Load(Copy(archive, "parts/1-stock.zip"), out DataViewSchema schema);
        schema.Select(column => column.Name).ShouldBe(data.Schema.Select(column => column.Name));
        Saved.Values(stock, data).ShouldBe(Saved.Values(_ml.Transforms.NormalizeMinMax("Features").Fit(data), data));
        SafetensorsFile tensors = SafetensorsFile.Read(Copy(archive, "parts/2-mlp/network.safetensors"));
        tensors.Tensors.Select(tensor => tensor.Name).ShouldBe(["Hidden1.bias", "Hidden1.weight", "Readout.bias", "Readout.weight"]);
    }

    [Fact]
    public void A_description_tells_what_is_in_it_without_the_users_code()
    {
        IDataView data = Blobs.WithKey(_ml);
        _ml.Geometry.Model.Save(Chain(Cube).Fit(data), data.Schema, File);
        ModelDescription description = _ml.Geometry.Model.Describe(File);
        description.Parts.Select(part => part.Kind).ShouldBe(["stock", "mlp", "stock"]);
        description.InputSchema["Features"].Type.ShouldBe(data.Schema["Features"].Type);
        NetworkDescription network = description.Parts[1].Network.ShouldNotBeNull();
        (network.Nonlinearity, network.IsNamed, network.Architecture, network.Outputs, network.Numbers).ShouldBe(("cube", false, "3", 3, 21));
        description.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.IO.File.ReadAllBytes(File))));
    }

    [Fact]
    public void A_function_of_the_users_is_asked_for_by_its_name()
    {
        IDataView data = Blobs.WithKey(_ml);
        ITransformer model = Chain(Cube).Fit(data);
        byte[] bytes = Saved.Bytes(_ml, model, data.Schema);
        Should.Throw<InvalidOperationException>(() => Saved.Load(bytes)).Message.ShouldContain("Pass Nonlinearity.FromFunction(\"cube\", ...) to Load.");
        Saved.Values(Saved.Load(bytes, new ModelLoadOptions { Nonlinearities = [Cube] }), data).ShouldBe(Saved.Values(model, data));
    }

    [Fact]
    public void A_module_is_asked_for_by_its_name_and_given_its_weights()
    {
        IDataView data = Blobs.View(_ml);
        nn.Module<Tensor, Tensor> Make() => nn.Sequential(("fc", nn.Linear(2, 3)), ("act", nn.ReLU()));
        ModuleTransformer model = _ml.Geometry.Networks.Module(Make(), "Features", [new("Out"), new("Drive", "fc")], new ModuleOptions { Name = "front", BatchSize = 7 })
            .WithNonlinearity(Cube).Fit(data);
        byte[] bytes = Saved.Bytes(_ml, model, data.Schema);
        ModelLoadOptions With(Func<nn.Module<Tensor, Tensor>> make) => new() { Nonlinearities = [Cube], Modules = new Dictionary<string, Func<nn.Module<Tensor, Tensor>>> { ["front"] = make } };
        Should.Throw<InvalidOperationException>(() => Saved.Load(bytes, new ModelLoadOptions { Nonlinearities = [Cube] })).Message
            .ShouldStartWith("The model uses a module 'front', of which a file holds the weights but not the code. Pass ModelLoadOptions with Modules");
        Should.Throw<InvalidOperationException>(() => Saved.Load(bytes, With(() => throw new ArgumentException("no GPU")))).Message
            .ShouldBe("ModelLoadOptions.Modules[\"front\"] failed to make the module. no GPU");
        Should.Throw<InvalidDataException>(() => Saved.Load(bytes, With(() => nn.Linear(2, 3)))).Message
            .ShouldBe("The safetensors file does not fit the module: it lacks weight, bias; the module has no fc.bias, fc.weight.");
        Saved.Values(Saved.Load(bytes, With(Make)), data).ShouldBe(Saved.Values(model, data));
    }

    [Fact]
    public void A_module_takes_its_weights_from_a_file()
    {
        IDataView data = Blobs.View(_ml);
        nn.Module<Tensor, Tensor> trained = nn.Linear(2, 3), other = nn.Linear(2, 3);
        string path = Path.Combine(_folder, "weights.safetensors");
        ModuleWeights.Save(trained, path);
        ITransformer model = _ml.Geometry.Networks.Module(other, "Features", [new("Out")], new ModuleOptions { WeightsPath = path }).Fit(data);
        Saved.Values(model, data).ShouldBe(Saved.Values(_ml.Geometry.Networks.Module(trained, "Features", new ModuleOutput("Out")).Fit(data), data));
        Should.Throw<InvalidDataException>(() => _ml.Geometry.Networks.Module(nn.Linear(3, 3), "Features", [new("Out")], new ModuleOptions { WeightsPath = path })).Message
            .ShouldContain("weight is F32 [3, 2] and should be F32 [3, 3]");
    }

    [Fact]
    public void What_cannot_be_saved_leaves_the_file_that_is_there()
    {
        IDataView data = Square.View(_ml);
        System.IO.File.WriteAllText(File, "kept");
        ScoreTransformer heldOut = _ml.Geometry.Scores.Decodability("Embedding", ["A", "B"], new DecodabilityOptions(), heldOut: true).Fit(data);
        Should.Throw<NotSupportedException>(() => _ml.Geometry.Model.Save(heldOut, data.Schema, File)).Message.ShouldBe(
            "The score 'Embedding.Decodability' trains its decoders on the view that it was fitted on, which a model file cannot hold. "
            + "Append scores with TransformerScope.Testing and save chain.GetModelFor(TransformerScope.Scoring).");
        Should.Throw<NotSupportedException>(() => _ml.Geometry.Model.Save(new Foreign(), data.Schema, File)).Message.ShouldBe("ML.NET cannot save Foreign: It holds a socket.");
        System.IO.File.ReadAllText(File).ShouldBe("kept");
        Directory.EnumerateFiles(_folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void Versions_and_kinds_that_are_not_known_are_named()
    {
        IDataView data = Blobs.WithKey(_ml);
        byte[] bytes = Saved.Bytes(_ml, Chain().Fit(data), data.Schema);
        Damaged(bytes, "model.json", "\"version\": 1", "\"version\": 7").ShouldBe(
            "The manifest of the model file has format version 7; this release reads version 1. Use a later release of the library.");
        Damaged(bytes, "part.json", "\"version\": 1", "\"version\": 2").ShouldBe(
            "The description of a part of kind 'mlp' has format version 2; this release reads version 1. Use a later release of the library.");
        Damaged(bytes, "model.json", "\"kind\": \"mlp\"", "\"kind\": \"gnn\"").ShouldBe(
            "The model file has a part of kind 'gnn', which this release does not know; it knows mlp, convolutional, module, score, dynamics, stock and chain.");
        Damaged(bytes, "model.json", "geometry-model", "other-model").ShouldBe("The model file is damaged: its manifest is of the format 'other-model', not 'geometry-model'.");
        Damaged(bytes, "part.json", "\"Features\"", "\"Feature\"").ShouldContain("its columns are not those that the manifest says");
        Damaged(bytes, "part.json", "\"kind\": \"Classes\"", "\"kind\": \"Real\"").ShouldContain("its label, Real with 3 classes, does not go with 3 outputs of the network");
    }

    [Fact]
    public void Bits_of_stock_parts_are_compared_before_ml_net_reads_them()
    {
        IDataView data = Blobs.WithKey(_ml);
        var entries = ArchiveBytes.Entries(Saved.Bytes(_ml, Chain().Fit(data), data.Schema));
        int stock = entries.FindIndex(entry => entry.Name == "parts/1-stock.zip");
        entries[stock].Bytes[^100] ^= 1;
        Should.Throw<InvalidDataException>(() => Saved.Load(ArchiveBytes.Of(entries))).Message
            .ShouldBe("The model file is damaged: 'parts/1-stock.zip' does not have the SHA-256 that the manifest says.");
    }

    [Fact]
    public void A_stream_must_be_one_to_move_in_and_may_start_anywhere()
    {
        IDataView data = Blobs.WithKey(_ml);
        ITransformer model = Chain().Fit(data);
        using MemoryStream stream = new();
        stream.Write("before"u8);
        _ml.Geometry.Model.Save(model, data.Schema, stream);
        stream.Position = 6;
        Saved.Values(_ml.Geometry.Model.Load(stream, out _), data).ShouldBe(Saved.Values(model, data));
        using GZipStream unmovable = new(new MemoryStream(), CompressionMode.Decompress);
        Should.Throw<ArgumentException>(() => _ml.Geometry.Model.Load(unmovable, out _)).Message.ShouldContain("Copy this one into a MemoryStream");
        Should.Throw<FileNotFoundException>(() => _ml.Geometry.Model.Load(Path.Combine(_folder, "none.zip"), out _));
    }

    [Fact]
    public void A_loaded_model_serves_in_a_prediction_engine_on_each_of_several_threads()
    {
        IDataView data = Blobs.WithKey(_ml);
        ITransformer model = Chain().Fit(data), loaded = Saved.Reload(_ml, model, data);
        float[][] points = Columns.Vectors(data, "Features"), expected = Columns.Vectors(model.Transform(data), "Hidden1");
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            // The engines share the model, which none of them may dispose.
            using var engine = new MLContext(seed: 2).Model.CreatePredictionEngine<Point, Embedding>(loaded, new PredictionEngineOptions { OwnsTransformer = false });
            for (int i = 0; i < points.Length; i++)
            {
                engine.Predict(new Point { Features = points[i] }).Hidden1.ShouldBe(expected[i]);
            }
        });
    }

    [Fact]
    public void A_table_is_given_the_schema_of_a_model()
    {
        IDataView data = Blobs.WithKey(_ml);
        string table = Path.Combine(_folder, "table.csv");
        System.IO.File.WriteAllText(table, "x,y,Kind,Flag,Key,Count\n1,2,left,1,right,3\n4,5,007,false,none,-1\n");
        var options = new CsvLoadOptions { Schema = data.Schema, Vectors = new Dictionary<string, string> { ["Features"] = "x,y" }, TextColumns = ["Kind"] };
        IDataView view = _ml.Geometry.Data.LoadFromCsv(table, options);
        view.Schema.Select(column => $"{column.Name} {column.Type}").ShouldBe(data.Schema.Select(column => $"{column.Name} {column.Type}"));
        Columns.Vectors(view, "Features").ShouldBe([[1, 2], [4, 5]]);
        Columns.Values<string>(view, "Kind").ShouldBe(["left", "007"]);
        Columns.Values<bool>(view, "Flag").ShouldBe([true, false]);
        Columns.Values<uint>(view, "Key").ShouldBe([2, 0]);
        Columns.Values<int>(view, "Count").ShouldBe([3, -1]);
        Columns.Values<float>(view, "Height").ShouldBe([0, 0]);
        Columns.Values<TimeSpan>(view, "Days").ShouldBe([TimeSpan.Zero, TimeSpan.Zero]);
        view.GetColumn<bool[]>("Flags").ShouldAllBe(flags => flags.SequenceEqual(new[] { false, false }));
        System.IO.File.WriteAllText(table, "x,y,Flag\n1,2,maybe\n");
        Should.Throw<InvalidDataException>(() => _ml.Geometry.Data.LoadFromCsv(table, options with { TextColumns = [] })).Message.ShouldBe("Row 1, column 'Flag': 'maybe' is no Boolean.");
    }

    private static Nonlinearity Cube { get; } = Nonlinearity.FromFunction("cube", x => x * x * x);

    private IEstimator<ITransformer> Chain(Nonlinearity? nonlinearity = null) => _ml.Transforms.NormalizeMinMax("Features")
        .Append(_ml.Geometry.Networks.Mlp("Key", "Features", new MlpOptions { HiddenWidths = [3], Nonlinearity = nonlinearity ?? Nonlinearity.Tanh, Epochs = 1, Seed = 1 }))
        .Append(_ml.Transforms.CopyColumns("Copy", "Hidden1"));

    private static MemoryStream Copy(ZipArchive archive, string name)
    {
        MemoryStream copy = new();
        using Stream entry = archive.GetEntry(name)!.Open();
        entry.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static string Damaged(byte[] bytes, string entry, string text, string other)
    {
        List<(string Name, byte[] Bytes)> entries = [.. ArchiveBytes.Entries(bytes).Select(one => !one.Name.EndsWith(entry, StringComparison.Ordinal) ? one
            : (one.Name, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(one.Bytes).Replace(text, other, StringComparison.Ordinal))))];
        return Should.Throw<InvalidDataException>(() => Saved.Load(ArchiveBytes.Of(ArchiveBytes.Consistent(entries)))).Message;
    }

    private sealed class Point
    {
        [VectorType(2)]
        public float[] Features { get; init; } = [];
    }

    private sealed class Embedding
    {
        public float[] Hidden1 { get; set; } = [];
    }

    private sealed class Foreign : ITransformer
    {
        public bool IsRowToRowMapper => false;

        public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => inputSchema;

        public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => throw new NotSupportedException();

        public IDataView Transform(IDataView input) => input;

        void ICanSaveModel.Save(ModelSaveContext ctx) => throw new InvalidOperationException("It holds a socket.");
    }
}
