using System.Text.Json;

namespace Geometry.Networks;

public sealed partial class Mlp
{
    // The arrays are, for each layer in order, the weights (outputs x inputs, row-major) and the biases where it has any.
    private const int FormatVersion = 1;
    private const string What = "network";

    private static ReadOnlySpan<byte> Signature => "GEOMLP\r\n"u8;

    /// <summary>Writes the architecture and the weights.</summary>
    /// <param name="stream">Receives the bytes; it stays open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        NetworkStream.WriteHeader(
            stream, Signature, FormatVersion, JsonSerializer.SerializeToUtf8Bytes(MlpHeader.Of(Architecture), MlpHeaderContext.Default.MlpHeader));
        foreach (MlpLayer layer in HiddenLayers.Append(Readout))
        {
            NetworkStream.WriteValues(stream, TensorMemory.ToArray(layer.Weight));
            if (layer.Bias is not null)
            {
                NetworkStream.WriteValues(stream, TensorMemory.ToArray(layer.Bias));
            }
        }
    }

    /// <summary>Reads a network that <see cref="Save"/> wrote; the stream is left after its last byte.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="functions">The user's own nonlinearities that the network may use, found by their text; none are needed for named ones.</param>
    /// <returns>The network.</returns>
    /// <exception cref="InvalidDataException">The bytes are no saved network, are truncated, or come from a later version.</exception>
    /// <exception cref="InvalidOperationException">The network uses a user's own nonlinearity that <paramref name="functions"/> lacks.</exception>
    public static Mlp Load(Stream stream, params IEnumerable<Nonlinearity> functions)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(functions);
        MlpArchitecture architecture = ReadHeader(stream).ToArchitecture(functions);
        return new Mlp(architecture, (_, inputs, outputs, trained) => (
            NetworkStream.ReadValues(stream, inputs * (long)outputs, What), trained ? NetworkStream.ReadValues(stream, outputs, What) : null));
    }

    private static MlpHeader ReadHeader(Stream stream)
    {
        byte[] header = NetworkStream.ReadHeader(stream, Signature, FormatVersion, What);
        try
        {
            return JsonSerializer.Deserialize(header, MlpHeaderContext.Default.MlpHeader) ?? throw new JsonException("The header is null.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The saved network is damaged: its header cannot be read. {exception.Message}", exception);
        }
    }
}
