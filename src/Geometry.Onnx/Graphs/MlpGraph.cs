using Geometry.Networks;
using static TorchSharp.torch;

namespace Geometry.Onnx;

/// <summary>Writes a multilayer perceptron as a graph.</summary>
internal static class MlpGraph
{
    /// <summary>Builds the graph.</summary>
    public static void Build(NetworkGraph graph, Mlp network)
    {
        MlpArchitecture architecture = network.Architecture;
        string value = graph.Input(architecture.InputWidth);
        for (int i = 0; i < network.HiddenLayers.Count; i++)
        {
            string name = Mlp.HiddenName(i + 1);
            string drive = Linear(graph.Nodes, name, value, network.HiddenLayers[i].Weight, network.HiddenLayers[i].Bias);
            value = graph.Layer(name, NonlinearityNodes.Add(graph.Nodes, name, architecture.Nonlinearity, drive), architecture.HiddenWidths[i]);
        }

        string logits = Linear(graph.Nodes, Mlp.ReadoutName, value, network.Readout.Weight, network.Readout.Bias);
        graph.Layer(Mlp.ReadoutName, logits, architecture.OutputWidth);
    }

    /// <summary>Adds x W' + b for rows x.</summary>
    public static string Linear(NodeList nodes, string layer, string rows, Tensor weight, Tensor? bias)
    {
        string weights = nodes.Weights(layer, "weight", weight);
        string[] inputs = bias is null ? [rows, weights] : [rows, weights, nodes.Weights(layer, "bias", bias)];
        return nodes.Add("Gemm", layer, inputs, Attributes.Whole("transB", 1));
    }
}
