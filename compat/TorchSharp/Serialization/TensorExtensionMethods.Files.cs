namespace TorchSharp;

// The format: element type, number of dimensions, each size, then the elements as they lie in memory. The numbers are LEB128.
public static partial class TensorExtensionMethods
{
    public static void Save(this torch.Tensor tensor, BinaryWriter writer)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor dense = tensor.detach().cpu().contiguous();
        Leb128.Write(writer, (long)dense.dtype);
        Leb128.Write(writer, dense.ndim);
        foreach (long size in dense.shape) Leb128.Write(writer, size);
        writer.Flush();
        dense.WriteBytesToStream(writer.BaseStream);
    }

    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    public static void Save(this torch.Tensor tensor, string location)
    {
        using FileStream stream = File.Create(location);
        tensor.Save(stream);
    }

    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false) => Load(ref tensor, reader, skip);

    /// <summary>Reads the elements into an existing tensor, which must be of the stored type and shape, or passes over them.</summary>
    public static void Load(ref torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        (torch.ScalarType type, long[] sizes) = Header(reader);
        if (skip)
        {
            Pass(reader.BaseStream, sizes.TotalSize() * type.ElementSize());
            return;
        }
        if (tensor is null)
        {
            tensor = Body(reader, type, sizes);
            return;
        }
        if (tensor.dtype != type) throw new ArgumentException($"Mismatched tensor data types while loading. Make sure that the model you are loading into is exactly the same as the origin: {tensor.dtype} here, {type} stored.");
        if (!tensor.shape.AsSpan().SequenceEqual(sizes)) throw new ArgumentException($"Mismatched tensor shape while loading. Make sure that the model you are loading into is exactly the same as the origin: [{string.Join(", ", tensor.shape)}] here, [{string.Join(", ", sizes)}] stored.");
        using IDisposable quiet = torch.no_grad();
        using torch.Tensor stored = Body(reader, type, sizes);
        tensor.copy_(stored);
    }

    public static torch.Tensor Load(this BinaryReader reader, bool skip = false)
    {
        (torch.ScalarType type, long[] sizes) = Header(reader);
        if (!skip) return Body(reader, type, sizes);
        Pass(reader.BaseStream, sizes.TotalSize() * type.ElementSize());
        return null!;
    }

    private static (torch.ScalarType Type, long[] Sizes) Header(BinaryReader reader)
    {
        long type = Leb128.Read(reader);
        if (!Enum.IsDefined((torch.ScalarType)type)) throw new FormatException($"The tensor file names an unknown element type, {type}.");
        var sizes = new long[Leb128.Read(reader)];
        for (int i = 0; i < sizes.Length; i++) sizes[i] = Leb128.Read(reader);
        return ((torch.ScalarType)type, sizes);
    }

    private static torch.Tensor Body(BinaryReader reader, torch.ScalarType type, long[] sizes)
    {
        torch.Tensor made = torch.empty(sizes, type);
        made.ReadBytesFromStream(reader.BaseStream);
        return made;
    }

    private static void Pass(Stream stream, long count)
    {
        var buffer = new byte[Math.Min(count, 65536)];
        for (long left = count; left > 0;)
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0) throw new EndOfStreamException();
            left -= read;
        }
    }
}
