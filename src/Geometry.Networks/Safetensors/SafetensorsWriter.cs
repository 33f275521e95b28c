using System.Buffers.Binary;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>Writes safetensors files: 8 bytes with the length of the header, the header, the numbers. Everything is little-endian.</summary>
internal sealed class SafetensorsWriter
{
    private readonly Dictionary<string, Action<Stream>> _write = new(StringComparer.Ordinal);
    private readonly List<SafetensorsTensor> _tensors = [];

    /// <summary>Adds a tensor, which must stay as it is until the file is written.</summary>
    /// <exception cref="NotSupportedException">The format has no name for the type of its numbers.</exception>
    public void Add(string name, Tensor tensor)
    {
        SafetensorsType type = SafetensorsTypes.Find(tensor.dtype) ?? throw new NotSupportedException(
            $"The tensor '{name}' has numbers of type {tensor.dtype}, which a safetensors file cannot hold; it holds {SafetensorsTypes.Known}.");
        Add(new SafetensorsTensor(name, type, [.. tensor.shape]), stream =>
        {
            using Tensor here = tensor.detach().cpu();
            using Tensor rows = here.contiguous();
            if (rows.NumberOfElements > 0)
            {
                stream.Write(rows.bytes);
            }
        });
    }

    /// <summary>Adds an array of one dimension or more.</summary>
    public void Add(string name, float[] values, params IReadOnlyList<long> shape) => Add(
        new SafetensorsTensor(name, SafetensorsType.F32, shape), stream => stream.Write(MemoryMarshal.AsBytes(values.AsSpan())));

    /// <summary>Writes the file; the stream stays open.</summary>
    /// <param name="stream">Receives the bytes.</param>
    /// <param name="metadata">Texts for the header.</param>
    public void Write(Stream stream, IReadOnlyDictionary<string, string> metadata)
    {
        SafetensorsHeader header = SafetensorsHeader.Of(_tensors, metadata);
        byte[] json = header.ToJson();
        if (json.Length > SafetensorsHeader.MaximumLength)
        {
            throw new NotSupportedException($"The header of the safetensors file would take {json.Length} bytes; at most {SafetensorsHeader.MaximumLength} are read.");
        }

        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        stream.Write(length);
        stream.Write(json);
        foreach (SafetensorsTensor tensor in header.Tensors)
        {
            _write[tensor.Name](stream);
        }
    }

    private void Add(SafetensorsTensor tensor, Action<Stream> write)
    {
        _tensors.Add(tensor);
        _write.Add(tensor.Name, write);
    }
}
