using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Geometry.MLNet;
using Geometry.Networks;
using Geometry.Onnx.Format;
using Geometry.Onnx.Tests.Cases;
using Microsoft.ML;
using static TorchSharp.torch;

namespace Geometry.Onnx.Tests.Checks;

/// <summary>What is in a file beside the values that come out of it.</summary>
public sealed class FileTests
{
    private static readonly MLContext s_ml = new(seed: 1);

    private static readonly MlpOptions s_quick = new() { HiddenWidths = [5, 4], Epochs = 1, Seed = 1 };

    [Fact]
    public void The_number_of_rows_is_open_in_the_input_and_in_every_output()
    {
        ModelProto model = Read(Fit("Key"), new() { BatchDimensionName = "rows" });

        ValueInfoProto[] values = [.. model.Graph.Input, .. model.Graph.Output];
        values.Select(value => value.Name).ShouldBe(["Features", "Hidden1", "Hidden2", "Score", "PredictedLabel"]);
        values.ShouldAllBe(value => value.Type.TensorType.Shape.Dim.Count == 2 && value.Type.TensorType.Shape.Dim[0].DimParam == "rows");
        values.Select(value => value.Type.TensorType.Shape.Dim[1].DimValue).ShouldBe([TransformerRow.Width, 5, 4, 3, 1]);
    }

    [Fact]
    public void The_file_says_what_it_is()
    {
        ModelProto model = Read(Fit("Key", s_quick with { Nonlinearity = Nonlinearity.ReluCeiling(2) }), new() { Description = "Of a test." });

        (model.IrVersion, model.OpsetImport.Single().Version, model.ProducerName).ShouldBe((7, 13, "Geometry.MLNet"));
        model.ProducerVersion.ShouldMatch("^[0-9]+[.][0-9]+[.][0-9]+");
        model.DocString.ShouldStartWith("Of a test.\nNetwork 32-5-4-3 with the nonlinearity min(max(x, 0), 2). Input: Features.");
        Dictionary<string, string> metadata = model.MetadataProps.ToDictionary(entry => entry.Key, entry => entry.Value);
        metadata["geometry.nonlinearity"].ShouldBe("relu-ceiling(2)");
        metadata["geometry.architecture"].ShouldBe("32-5-4-3");
        metadata["geometry.readout"].ShouldBe("Trained");
        JsonSerializer.Deserialize<string[]>(metadata["geometry.layers"]).ShouldBe(["Hidden1", "Hidden2", "Readout"]);
        JsonSerializer.Deserialize<string[]>(metadata["geometry.classes"])!.Order(StringComparer.Ordinal).ShouldBe(["\"ärmellos\", Größe 2", "T-shirt/top", "boot"]);
    }

    [Fact]
    public void Labels_that_are_no_classes_leave_class_names_out() =>
        Read(Fit("Flag")).MetadataProps.ShouldNotContain(entry => entry.Key == "geometry.classes");

    [Fact]
    public void Weights_are_the_networks_own_bytes()
    {
        MlpTransformer network = Fit("Flag");
        ModelProto model = Read(network);

        TensorProto weights = model.Graph.Initializer.Single(tensor => tensor.Name == "Hidden2_weight");
        weights.Dims.ShouldBe([4, 5]);
        MemoryMarshal.Cast<byte, float>(weights.RawData.Span).ToArray().ShouldBe(network.Training.Network.HiddenLayers[1].Weight.data<float>().ToArray());
    }

    [Fact]
    public void What_no_chosen_output_needs_is_left_out()
    {
        ModelProto model = Read(Fit("Flag"), new() { OutputColumnNames = ["Hidden1"] });

        model.Graph.Node.Select(node => node.OpType).ShouldBe(["Gemm", "Tanh"]);
        model.Graph.Initializer.Select(tensor => tensor.Name).ShouldBe(["Hidden1_weight", "Hidden1_bias"], ignoreOrder: true);
    }

    [Fact]
    public void Each_number_is_kept_once_and_each_name_given_once()
    {
        GraphProto graph = Read(Fit("Flags", s_quick with { Nonlinearity = Nonlinearity.SmoothedRelu() })).Graph;

        string[] names = [.. graph.Input.Select(value => value.Name), .. graph.Initializer.Select(tensor => tensor.Name), .. graph.Node.SelectMany(node => node.Output)];
        names.ShouldBeUnique();
        graph.Initializer.Where(tensor => tensor.Dims.Count == 0).Select(tensor => tensor.RawData.ToBase64()).ShouldBeUnique();
    }

    [Fact]
    public void The_same_network_gives_the_same_bytes()
    {
        string Hash(long seed) => Convert.ToHexString(SHA256.HashData(Write(Fit("Key", s_quick with { Seed = seed }))));

        string first = Hash(1);
        Hash(1).ShouldBe(first);
        Hash(2).ShouldNotBe(first);
    }

    [Fact]
    public void A_file_is_replaced_whole_or_not_at_all()
    {
        string folder = Directory.CreateTempSubdirectory("geometry-onnx-").FullName, path = Path.Combine(folder, "network.onnx");
        try
        {
            File.WriteAllText(path, "before");
            Should.Throw<NotSupportedException>(() => s_ml.Geometry.Model.ConvertToOnnx(Fit("Flag", s_quick with { Nonlinearity = Nonlinearity.FromFunction("cube", x => x * x * x) }), path));
            File.ReadAllText(path).ShouldBe("before");

            MlpTransformer network = Fit("Flag");
            s_ml.Geometry.Model.ConvertToOnnx(network, path);
            File.ReadAllBytes(path).SequenceEqual(Write(network)).ShouldBeTrue();
            Directory.GetFiles(folder).ShouldBe([path]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Weights_beyond_what_a_file_holds_are_refused_before_they_are_copied()
    {
        using Tensor one = zeros(1, 1), many = one.expand(30_000, 30_000);

        NotSupportedException refusal = Should.Throw<NotSupportedException>(() => new NodeList([]).Weights("Hidden1", "weight", many));

        refusal.Message.ShouldContain("Up to layer Hidden1 the weights take 3.6 GB");
    }

    private static MlpTransformer Fit(string label, MlpOptions? options = null) =>
        s_ml.Geometry.Networks.Mlp(label, "Features", options ?? s_quick).Fit(TransformerRow.View(s_ml));

    private static byte[] Write(ITransformer network, OnnxExportOptions? options = null) =>
        NonlinearityCases.Write(stream => s_ml.Geometry.Model.ConvertToOnnx(network, stream, options));

    private static ModelProto Read(ITransformer network, OnnxExportOptions? options = null) => ModelProto.Parser.ParseFrom(Write(network, options));
}
