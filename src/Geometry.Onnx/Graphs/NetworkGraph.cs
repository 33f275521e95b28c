using Geometry.Onnx.Format;

namespace Geometry.Onnx;

/// <summary>The graph of a network: its layers by name, and the outputs that are made of them.</summary>
internal sealed class NetworkGraph
{
    private readonly OnnxSignature _signature;
    private readonly Dictionary<string, (string Value, int[] Dimensions)> _layers = [];
    private int[] _input = [];

    public NetworkGraph(OnnxSignature signature)
    {
        _signature = signature;
        Nodes = new NodeList(signature.Outputs.Select(output => output.Name).Append(signature.InputName));
    }

    /// <summary>Gets the nodes.</summary>
    public NodeList Nodes { get; }

    /// <summary>Gets the names of the layers, from the input on.</summary>
    public IEnumerable<string> LayerNames => _layers.Keys;

    /// <summary>Declares what goes in.</summary>
    /// <returns>The value.</returns>
    public string Input(params IEnumerable<int> dimensions)
    {
        _input = [.. dimensions];
        return _signature.InputName;
    }

    /// <summary>Declares that a value, which no node takes yet, is a layer. It takes the name of the output that it is, if there is one.</summary>
    /// <returns>The value under its final name.</returns>
    public string Layer(string name, string value, params IEnumerable<int> dimensions)
    {
        OnnxOutput? output = _signature.Outputs.FirstOrDefault(output => output.Layer == name && output.Value == OnnxValue.AsIs);
        string final = output is null ? value : Nodes.Rename(value, output.Name);
        _layers.Add(name, (final, [.. dimensions]));
        return final;
    }

    /// <summary>Makes the outputs and writes the graph.</summary>
    public GraphProto ToProto()
    {
        ValueInfoProto[] outputs = [.. _signature.Outputs.Select(Output)];
        var graph = new GraphProto { Name = "network" };
        graph.Input.Add(Describe(_signature.InputName, "what goes in", TensorProto.Types.DataType.Float, _input));
        graph.Output.Add(outputs);
        Nodes.WriteTo(graph, outputs.Select(output => output.Name));
        return graph;
    }

    private ValueInfoProto Output(OnnxOutput output)
    {
        if (!_layers.TryGetValue(output.Layer, out (string Value, int[] Dimensions) layer))
        {
            throw new ArgumentException(
                $"The output '{output.Name}' is to be of layer '{output.Layer}', which the network lacks. It has: {string.Join(", ", LayerNames)}.");
        }

        (string value, int[] dimensions) = layer;
        bool hasMaps = dimensions.Length == 3;
        string Node(string operation, string[] inputs, params AttributeProto[] attributes) => Nodes.AddNamed(operation, output.Name, inputs, attributes);
        string Inner(string operation, string[] inputs, params AttributeProto[] attributes) => Nodes.Add(operation, output.Name, inputs, attributes);
        ValueInfoProto Of(string meaning, int[] shape, TensorProto.Types.DataType type = TensorProto.Types.DataType.Float) =>
            Describe(output.Name, $"{output.Layer}{meaning}", type, shape);
        switch (output.Value)
        {
            case OnnxValue.Flattened:
                Node("Flatten", [value], Attributes.Whole("axis", 1));
                return Of(", flattened", [dimensions.Aggregate(1, (product, size) => checked(product * size))]);
            case OnnxValue.SpatialMean when hasMaps:
                Node("Flatten", [Inner("GlobalAveragePool", [value])], Attributes.Whole("axis", 1));
                return Of(", the mean of each map over space", dimensions[..1]);
            case OnnxValue.Logistic:
                Node("Sigmoid", [value]);
                return Of(", as the probability that each logit means", dimensions);
            case OnnxValue.Softmax:
                Node("Softmax", [value], Attributes.Whole("axis", 1));
                return Of(", as a probability for each class", dimensions);
            case OnnxValue.IsPositive:
                Node("Greater", [value, Nodes.Constant(0)]);
                return Of(": whether greater than 0", dimensions, TensorProto.Types.DataType.Bool);
            case OnnxValue.PlaceOfGreatest:
                string place = Inner("ArgMax", [value], Attributes.Whole("axis", 1), Attributes.Whole("keepdims", 1));
                Node("Cast", [Inner("Add", [place, Nodes.WholeConstant(1)])], Attributes.Whole("to", (long)TensorProto.Types.DataType.Uint32));
                return Of(": the place of the greatest unit, counted from 1", [1], TensorProto.Types.DataType.Uint32);
            default:
                if (value != output.Name)
                {
                    Node("Identity", [value]);
                }

                return Of("", dimensions);
        }
    }

    private ValueInfoProto Describe(string name, string text, TensorProto.Types.DataType type, int[] dimensions)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = _signature.BatchDimension });
        shape.Dim.Add(dimensions.Select(size => new TensorShapeProto.Types.Dimension { DimValue = size }));
        return new ValueInfoProto
        {
            Name = name, DocString = text, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = type, Shape = shape } },
        };
    }
}
