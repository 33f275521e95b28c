using System.Buffers.Binary;
using Geometry.Onnx.Format;
using Google.Protobuf;
using static TorchSharp.torch;

namespace Geometry.Onnx;

/// <summary>The nodes and the constants of a graph as they are put together. Values are known by their names, of which each is given once.</summary>
/// <param name="reserved">Names that only <see cref="Rename"/> and explicit names may give.</param>
internal sealed class NodeList(IEnumerable<string> reserved)
{
    // Protobuf messages end below 2 GiB; the rest of the file is small beside the weights.
    private const long MostBytes = int.MaxValue - (1L << 24);

    private readonly HashSet<string> _names = [.. reserved];
    private readonly Dictionary<(TensorProto.Types.DataType, long), string> _constants = [];
    private readonly Dictionary<string, NodeProto> _producers = [];
    private readonly List<NodeProto> _nodes = [];
    private readonly List<TensorProto> _initializers = [];
    private long _bytes;

    /// <summary>Appends a node with one output.</summary>
    /// <param name="operation">The operator.</param>
    /// <param name="owner">What the value belongs to; its name is made of this and the operator.</param>
    /// <param name="inputs">The values that it takes; an empty name for one that is left out.</param>
    /// <param name="attributes">The attributes of the operator.</param>
    /// <returns>The name of its value.</returns>
    public string Add(string operation, string owner, string[] inputs, params AttributeProto[] attributes) =>
        AddNamed(operation, Unused($"{owner}_{operation}"), inputs, attributes);

    /// <summary>Appends a node whose value has a given name.</summary>
    public string AddNamed(string operation, string name, string[] inputs, params AttributeProto[] attributes)
    {
        var node = new NodeProto { OpType = operation, Name = name };
        node.Input.Add(inputs);
        node.Output.Add(name);
        node.Attribute.Add(attributes);
        _nodes.Add(node);
        _producers.Add(name, node);
        return name;
    }

    /// <summary>Gives a value that no node takes yet another name.</summary>
    public string Rename(string value, string name)
    {
        _producers.Remove(value, out NodeProto? node);
        node!.Output[0] = node.Name = name;
        _producers.Add(name, node);
        return name;
    }

    /// <summary>Adds an array of weights.</summary>
    /// <exception cref="NotSupportedException">The file would become too large.</exception>
    public string Weights(string layer, string array, Tensor values)
    {
        _bytes += values.NumberOfElements * sizeof(float);
        if (_bytes > MostBytes)
        {
            throw new NotSupportedException(FormattableString.Invariant(
                $"Up to layer {layer} the weights take {_bytes / 1e9:0.0} GB, but an ONNX file holds less than 2.1 GB. Name fewer, earlier outputs, or save the network by its own Save."));
        }

        using Tensor plain = values.detach().to(ScalarType.Float32).cpu().contiguous();
        var tensor = new TensorProto { Name = Unused($"{layer}_{array}"), DataType = TensorProto.Types.DataType.Float };
        tensor.Dims.Add(plain.shape);
        float[] numbers = plain.data<float>().ToArray();
        byte[] bytes = new byte[numbers.Length * sizeof(float)];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), numbers[i]);
        }

        // The array is given away, not copied.
        tensor.RawData = UnsafeByteOperations.UnsafeWrap(bytes);
        _initializers.Add(tensor);
        return tensor.Name;
    }

    /// <summary>A single-precision number.</summary>
    public string Constant(double value) => Constant(TensorProto.Types.DataType.Float, BitConverter.SingleToInt32Bits((float)value), sizeof(float));

    /// <summary>A whole number.</summary>
    public string WholeConstant(long value) => Constant(TensorProto.Types.DataType.Int64, value, sizeof(long));

    /// <summary>Writes what the given values need, and nothing else, into a graph.</summary>
    public void WriteTo(GraphProto graph, IEnumerable<string> values)
    {
        HashSet<string> needed = [.. values];
        var nodes = new List<NodeProto>();
        foreach (NodeProto node in Enumerable.Reverse(_nodes).Where(node => needed.Contains(node.Output[0])))
        {
            nodes.Add(node);
            needed.UnionWith(node.Input);
        }

        nodes.Reverse();
        graph.Node.Add(nodes);
        graph.Initializer.Add(_initializers.Where(tensor => needed.Contains(tensor.Name)));
    }

    // Each number is kept once.
    private string Constant(TensorProto.Types.DataType type, long bits, int size)
    {
        if (!_constants.TryGetValue((type, bits), out string? name))
        {
            byte[] bytes = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(bytes, bits);
            _constants[(type, bits)] = name = Unused("constant");
            _initializers.Add(new TensorProto { Name = name, DataType = type, RawData = ByteString.CopyFrom(bytes, 0, size) });
        }

        return name;
    }

    private string Unused(string wanted)
    {
        string name = wanted;
        for (int number = 2; !_names.Add(name); number++)
        {
            name = $"{wanted}_{number}";
        }

        return name;
    }
}
