using Geometry.Networks;
using Google.Protobuf;

namespace Geometry.Onnx;

/// <summary>
/// Writes trained networks as ONNX files, which ONNX Runtime and everything else that reads the format can run: version 7 of the format, operator
/// set 13, weights in single precision, the number of rows left open. The same network gives the same bytes.
/// </summary>
public static class OnnxModel
{
    /// <summary>Writes a multilayer perceptron.</summary>
    /// <param name="network">The network.</param>
    /// <param name="signature">The names of the input and the outputs; layers are <c>Hidden1</c> to <c>HiddenL</c> and <c>Readout</c>.</param>
    /// <param name="stream">Receives the file; it stays open.</param>
    /// <exception cref="NotSupportedException">The nonlinearity is a user's own function, or the weights are too large for one file.</exception>
    /// <exception cref="ArgumentException">A name is missing, is used twice, or names no layer.</exception>
    public static void Write(Mlp network, OnnxSignature signature, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        MlpArchitecture architecture = network.Architecture;
        Write(signature, stream, architecture.Nonlinearity, new Dictionary<string, string>
        {
            ["architecture"] = string.Join('-', architecture.HiddenWidths.Prepend(architecture.InputWidth).Append(architecture.OutputWidth)),
            ["readout"] = architecture.Readout.ToString(),
        }, graph => MlpGraph.Build(graph, network));
    }

    /// <summary>Writes a convolutional network as it is in evaluation mode: batch normalisation by the statistics that training kept.</summary>
    /// <param name="network">The network.</param>
    /// <param name="signature">The names of the input and the outputs; layers are those of <see cref="ConvNetBlueprint.Layers"/> and <c>Readout</c>.</param>
    /// <param name="stream">Receives the file; it stays open.</param>
    /// <exception cref="NotSupportedException">The nonlinearity is a user's own function, or the weights are too large for one file.</exception>
    /// <exception cref="ArgumentException">A name is missing, is used twice, or names no layer.</exception>
    public static void Write(ConvNet network, OnnxSignature signature, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        ConvNetBlueprint blueprint = network.Blueprint;
        Write(signature, stream, blueprint.Nonlinearity, new Dictionary<string, string>
        {
            ["architecture"] = blueprint.Architecture.Name,
            ["parts"] = blueprint.Architecture.Text,
            ["readout"] = blueprint.Readout.ToString(),
        }, graph => ConvNetGraph.Build(graph, network));
    }

    private static void Write(
        OnnxSignature signature, Stream stream, Nonlinearity nonlinearity, Dictionary<string, string> metadata, Action<NetworkGraph> build)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(stream);
        signature.Validate();
        NonlinearityNodes.RequireNamed(nonlinearity);
        var graph = new NetworkGraph(signature);
        build(graph);
        ModelFile.Of(signature, graph, nonlinearity, metadata).WriteTo(stream);
    }
}
