using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Geometry.Networks;

public sealed partial class Mlp
{
    // Layout: 8 bytes of signature, int32 version, int32 length of the header, the header (JSON, UTF-8), then for each layer in order the
    // weights (outputs x inputs, row-major) and the biases where it has any, as single-precision numbers. Everything is little-endian.
    private const int FormatVersion = 1, MaxHeaderBytes = 1 << 20;

    private static ReadOnlySpan<byte> Signature => "GEOMLP\r\n"u8;

    /// <summary>Writes the architecture and the weights.</summary>
    /// <param name="stream">Receives the bytes; it stays open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] header = JsonSerializer.SerializeToUtf8Bytes(MlpHeader.Of(Architecture), MlpHeaderContext.Default.MlpHeader);
        byte[] prefix = new byte[Signature.Length + (2 * sizeof(int))];
        Signature.CopyTo(prefix);
        BinaryPrimitives.WriteInt32LittleEndian(prefix.AsSpan(Signature.Length), FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(prefix.AsSpan(Signature.Length + sizeof(int)), header.Length);
        stream.Write(prefix);
        stream.Write(header);
        foreach (MlpLayer layer in HiddenLayers.Append(Readout))
        {
            WriteValues(stream, TensorMemory.ToArray(layer.Weight));
            if (layer.Bias is not null)
            {
                WriteValues(stream, TensorMemory.ToArray(layer.Bias));
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
        return new Mlp(architecture, (_, inputs, outputs, trained) =>
            (ReadValues(stream, inputs * (long)outputs), trained ? ReadValues(stream, outputs) : null));
    }

    private static MlpHeader ReadHeader(Stream stream)
    {
        Span<byte> prefix = stackalloc byte[Signature.Length + (2 * sizeof(int))];
        ReadExactly(stream, prefix);
        int version = BinaryPrimitives.ReadInt32LittleEndian(prefix[Signature.Length..]);
        int length = BinaryPrimitives.ReadInt32LittleEndian(prefix[(Signature.Length + sizeof(int))..]);
        if (!prefix.StartsWith(Signature))
        {
            throw new InvalidDataException("The stream holds no saved network: it does not start with the signature of one.");
        }

        if (version is < 1 or > FormatVersion)
        {
            throw new InvalidDataException(
                $"The saved network has format version {version}; this library reads versions up to {FormatVersion}. Use a later release of it.");
        }

        if (length is < 2 or > MaxHeaderBytes)
        {
            throw new InvalidDataException($"The saved network is damaged: its header claims {length} bytes.");
        }

        byte[] header = new byte[length];
        ReadExactly(stream, header);
        try
        {
            return JsonSerializer.Deserialize(header, MlpHeaderContext.Default.MlpHeader) ?? throw new JsonException("The header is null.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The saved network is damaged: its header cannot be read. {exception.Message}", exception);
        }
    }

    private static void WriteValues(Stream stream, float[] values)
    {
        if (BitConverter.IsLittleEndian)
        {
            stream.Write(MemoryMarshal.AsBytes(values.AsSpan()));
            return;
        }

        byte[] bytes = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        stream.Write(bytes);
    }

    private static float[] ReadValues(Stream stream, long count)
    {
        float[] values = new float[count];
        Span<byte> bytes = MemoryMarshal.AsBytes(values.AsSpan());
        ReadExactly(stream, bytes);
        if (!BitConverter.IsLittleEndian)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
            }
        }

        return values;
    }

    private static void ReadExactly(Stream stream, Span<byte> bytes)
    {
        int found = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (found < bytes.Length)
        {
            throw new InvalidDataException($"The saved network is truncated: {bytes.Length} bytes were expected at its end and {found} found.");
        }
    }
}
