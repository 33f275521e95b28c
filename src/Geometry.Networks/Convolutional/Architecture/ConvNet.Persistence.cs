using static TorchSharp.torch;

namespace Geometry.Networks;

public sealed partial class ConvNet
{
    /// <summary>
    /// Writes the network as a safetensors file: the weights and the statistics of batch normalisation under their names in <c>state_dict()</c>, such as
    /// <c>Conv1.weight</c>, and the architecture as JSON in the header.
    /// </summary>
    /// <param name="stream">Receives the bytes; it stays open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SafetensorsWriter writer = new();
        foreach ((string layer, string array, Tensor values) in Arrays())
        {
            writer.Add(TensorName(layer, array), values);
        }

        writer.Write(stream, NetworkHeader.Write(ConvNetHeader.Of(Blueprint), ConvNetHeaderContext.Default.ConvNetHeader));
    }

    /// <summary>Reads a network that <see cref="Save"/> wrote; the stream is left after its last byte.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="functions">The user's own nonlinearities that the network may use, found by their text; none are needed for named ones.</param>
    /// <returns>The network, in evaluation mode.</returns>
    /// <exception cref="InvalidDataException">The bytes are no saved network, are damaged or truncated, or come from a later version.</exception>
    /// <exception cref="InvalidOperationException">The network uses a user's own nonlinearity that <paramref name="functions"/> lacks.</exception>
    public static ConvNet Load(Stream stream, params IEnumerable<Nonlinearity> functions)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(functions);
        SafetensorsFile file = SafetensorsFile.Read(stream);
        ConvNetBlueprint blueprint = NetworkHeader.Read(file, NetworkHeader.ConvNet, ConvNetHeader.Newest, ConvNetHeaderContext.Default.ConvNetHeader).ToBlueprint(functions);
        try
        {
            ConvNet network = new(blueprint, (layer, array, outputs, inputs) =>
                Values(file, TensorName(layer, array), array == ConvNetLayer.WeightName ? checked(inputs * (long)outputs) : outputs));
            try
            {
                file.RequireExactly([.. network.Arrays().Select(entry =>
                    new SafetensorsTensor(TensorName(entry.Layer, entry.Name), SafetensorsType.F32, [.. entry.Values.shape]))], "network");
            }
            catch
            {
                network.Dispose();
                throw;
            }

            network.eval();
            return network;
        }
        catch (OverflowException exception)
        {
            throw new InvalidDataException("The saved network is damaged: its header describes layers that are too large.", exception);
        }
    }

    /// <summary>The name of an array in <c>state_dict()</c>, where a convolution of a residual block is a part of the block.</summary>
    internal static string TensorName(string layer, string array)
    {
        string? part = Array.Find(
            [ConvNetBlock.InnerSuffix, ConvNetBlock.OuterSuffix, ConvNetBlock.ShortcutSuffix], suffix => layer.EndsWith(suffix, StringComparison.Ordinal));
        return part is null ? $"{layer}.{array}" : $"{layer[..^part.Length]}.{part}.{array}";
    }

    // What does not fit is found before memory is taken for it.
    private static float[] Values(SafetensorsFile file, string name, long count) => file.Find(name) is { Type: SafetensorsType.F32 } tensor && tensor.Count == count
        ? file.ReadSingles(name)
        : throw new InvalidDataException(
            $"The safetensors file does not fit the network: it has {(file.Find(name) is { } found ? $"{name} as {found.Form}" : $"no {name}")}, where there should be {count} numbers.");
}
