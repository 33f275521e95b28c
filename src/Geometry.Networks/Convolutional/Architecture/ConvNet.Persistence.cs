using System.Text.Json;

namespace Geometry.Networks;

public sealed partial class ConvNet
{
    // The arrays are those of Arrays(), in its order.
    private const int FormatVersion = 1;
    private const string What = "network";

    private static ReadOnlySpan<byte> Signature => "GEOCNN\r\n"u8;

    /// <summary>Writes the architecture, the weights and the statistics of batch normalisation.</summary>
    /// <param name="stream">Receives the bytes; it stays open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        NetworkStream.WriteHeader(
            stream, Signature, FormatVersion, JsonSerializer.SerializeToUtf8Bytes(ConvNetHeader.Of(Blueprint), ConvNetHeaderContext.Default.ConvNetHeader));
        foreach ((_, _, TorchSharp.torch.Tensor values) in Arrays())
        {
            NetworkStream.WriteValues(stream, TensorMemory.ToArray(values));
        }
    }

    /// <summary>Reads a network that <see cref="Save"/> wrote; the stream is left after its last byte.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="functions">The user's own nonlinearities that the network may use, found by their text; none are needed for named ones.</param>
    /// <returns>The network, in evaluation mode.</returns>
    /// <exception cref="InvalidDataException">The bytes are no saved network, are truncated, or come from a later version.</exception>
    /// <exception cref="InvalidOperationException">The network uses a user's own nonlinearity that <paramref name="functions"/> lacks.</exception>
    public static ConvNet Load(Stream stream, params IEnumerable<Nonlinearity> functions)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(functions);
        ConvNet network = new(ReadHeader(stream).ToBlueprint(functions), (_, array, outputs, inputs) =>
            NetworkStream.ReadValues(stream, array == ConvNetLayer.WeightName ? inputs * (long)outputs : outputs, What));
        network.eval();
        return network;
    }

    private static ConvNetHeader ReadHeader(Stream stream)
    {
        byte[] header = NetworkStream.ReadHeader(stream, Signature, FormatVersion, What);
        try
        {
            return JsonSerializer.Deserialize(header, ConvNetHeaderContext.Default.ConvNetHeader) ?? throw new JsonException("The header is null.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The saved network is damaged: its header cannot be read. {exception.Message}", exception);
        }
    }
}
