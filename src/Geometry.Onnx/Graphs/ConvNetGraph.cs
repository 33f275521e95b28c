using Geometry.Networks;
using Geometry.Onnx.Format;
using static TorchSharp.torch;

namespace Geometry.Onnx;

/// <summary>Writes a convolutional network as a graph.</summary>
internal sealed class ConvNetGraph
{
    private readonly NetworkGraph _graph;
    private readonly ConvNetBlueprint _blueprint;
    private readonly Dictionary<string, nn.Module> _modules;

    private ConvNetGraph(NetworkGraph graph, ConvNet network)
    {
        (_graph, _blueprint) = (graph, network.Blueprint);
        _modules = network.named_children().ToDictionary(child => child.name, child => child.module);
    }

    /// <summary>Builds the graph.</summary>
    public static void Build(NetworkGraph graph, ConvNet network) => new ConvNetGraph(graph, network).Build();

    private void Build()
    {
        string value = _graph.Input(_blueprint.ImageShape);
        IReadOnlyList<int> dimensions = _blueprint.ImageShape;
        Queue<ConvNetLayerShape> shapes = new(_blueprint.Layers);
        foreach (ConvNetPart part in _blueprint.Architecture.Parts)
        {
            if (part.Kind == ConvNetPartKind.Residual)
            {
                (ConvNetLayerShape inner, ConvNetLayerShape block) = (shapes.Dequeue(), shapes.Dequeue());
                value = Residual(part, value, inner, block);
                dimensions = block.Dimensions;
                continue;
            }

            ConvNetLayerShape shape = shapes.Dequeue();
            string next = part.Kind switch
            {
                ConvNetPartKind.Convolution => Activate(shape.Name, Convolve((ConvNetLayer)_modules[shape.Name], value, part.Stride)),
                ConvNetPartKind.Dense => Activate(shape.Name, Dense((ConvNetLayer)_modules[shape.Name], value, dimensions)),
                ConvNetPartKind.MaxPool => Node("MaxPool", shape.Name, [value], Attributes.Wholes("kernel_shape", 2, 2), Attributes.Wholes("strides", 2, 2)),
                _ => Flatten(shape.Name, Node("GlobalAveragePool", shape.Name, [value])),
            };
            value = _graph.Layer(shape.Name, next, shape.Dimensions);
            dimensions = shape.Dimensions;
        }

        _graph.Layer(Mlp.ReadoutName, Dense((ConvNetLayer)_modules[Mlp.ReadoutName], value, dimensions), _blueprint.Outputs);
    }

    private string Residual(ConvNetPart part, string input, ConvNetLayerShape innerShape, ConvNetLayerShape shape)
    {
        var block = (ConvNetBlock)_modules[shape.Name];
        string inner = _graph.Layer(innerShape.Name, Activate(innerShape.Name, Convolve(block.Inner, input, part.Stride)), innerShape.Dimensions);
        string change = Convolve(block.Outer, inner, 1);
        string around = block.Shortcut is null ? input : Convolve(block.Shortcut, input, part.Stride);
        return _graph.Layer(shape.Name, Activate(shape.Name, Node("Add", shape.Name, [change, around])), shape.Dimensions);
    }

    private string Convolve(ConvNetLayer layer, string maps, int stride)
    {
        string name = layer.GetName(), weights = _graph.Nodes.Weights(name, "weight", layer.Weight);
        string[] inputs = layer.Bias is null ? [maps, weights] : [maps, weights, _graph.Nodes.Weights(name, "bias", layer.Bias)];
        long height = layer.Weight.shape[2], width = layer.Weight.shape[3];
        return Normalise(layer, Node(
            "Conv", name, inputs, Attributes.Wholes("kernel_shape", height, width), Attributes.Wholes("strides", stride, stride),
            Attributes.Wholes("pads", height / 2, width / 2, height / 2, width / 2)));
    }

    private string Dense(ConvNetLayer layer, string input, IReadOnlyList<int> dimensions)
    {
        string name = layer.GetName(), rows = dimensions.Count == 1 ? input : Flatten(name, input);
        return Normalise(layer, MlpGraph.Linear(_graph.Nodes, name, rows, layer.Weight, layer.Bias));
    }

    private string Normalise(ConvNetLayer layer, string drive)
    {
        if (layer.Normalisation is not { } normalisation)
        {
            return drive;
        }

        string name = layer.GetName();
        NodeList nodes = _graph.Nodes;
        return Node(
            "BatchNormalization", name,
            [
                drive, nodes.Weights(name, "scale", normalisation.Scale), nodes.Weights(name, "shift", normalisation.Shift),
                nodes.Weights(name, "mean", normalisation.Mean), nodes.Weights(name, "variance", normalisation.Variance),
            ],
            Attributes.Number("epsilon", normalisation.Epsilon));
    }

    private string Activate(string name, string drive) => NonlinearityNodes.Add(_graph.Nodes, name, _blueprint.Nonlinearity, drive);

    private string Flatten(string name, string value) => Node("Flatten", name, [value], Attributes.Whole("axis", 1));

    private string Node(string operation, string owner, string[] inputs, params AttributeProto[] attributes) =>
        _graph.Nodes.Add(operation, owner, inputs, attributes);
}
