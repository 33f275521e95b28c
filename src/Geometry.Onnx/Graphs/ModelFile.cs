using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Geometry.Networks;
using Geometry.Onnx.Format;

namespace Geometry.Onnx;

/// <summary>Puts a graph into a file with what the file says about itself.</summary>
internal static class ModelFile
{
    // The oldest that have all operators as they are used here, so that old runtimes read the files as well.
    private const long FormatVersion = 7, OperatorSet = 13;

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the message.</summary>
    public static ModelProto Of(OnnxSignature signature, NetworkGraph graph, Nonlinearity nonlinearity, Dictionary<string, string> metadata)
    {
        var model = new ModelProto
        {
            IrVersion = FormatVersion,
            ProducerName = "Geometry.MLNet",
            ProducerVersion = Version(),
            Graph = graph.ToProto(),
            DocString = Describe(signature, nonlinearity, metadata["architecture"]),
        };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = OperatorSet });
        metadata["nonlinearity"] = nonlinearity.Text;
        metadata["formula"] = nonlinearity.Formula;
        metadata["layers"] = List(graph.LayerNames);
        metadata["outputs"] = List(signature.Outputs.Select(output => output.Name));
        if (signature.ClassNames.Count > 0)
        {
            metadata["classes"] = List(signature.ClassNames);
        }

        foreach ((string key, string value) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            model.MetadataProps.Add(new StringStringEntryProto { Key = $"geometry.{key}", Value = value });
        }

        return model;
    }

    private static string Describe(OnnxSignature signature, Nonlinearity nonlinearity, string architecture)
    {
        string outputs = string.Join("; ", signature.Outputs.Select(output => output.Value switch
        {
            OnnxValue.PlaceOfGreatest => $"{output.Name}: the class, as its place from 1 among geometry.classes",
            OnnxValue.Softmax => $"{output.Name}: a probability for each class",
            _ => output.Name,
        }));
        string before = signature.Description.Length == 0 ? "" : signature.Description + "\n";
        return $"{before}Network {architecture} with the nonlinearity {nonlinearity.Formula}. Input: {signature.InputName}. Outputs: {outputs}.";
    }

    private static string List(IEnumerable<string> names) => JsonSerializer.Serialize(names, s_readable);

    private static string Version() => typeof(ModelFile).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
