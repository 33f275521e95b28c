namespace TorchSharp;

/// <summary>
/// One tensor in a file: element type, number of dimensions and extents in LEB128, then the elements, little-endian, row by row.
/// </summary>
internal static class TensorFormat
{
    internal static void Write(torch.Tensor tensor, BinaryWriter writer)
    {
        long[] shape = tensor.shape;
        writer.Write7BitEncodedInt((int)tensor.dtype);
        writer.Write7BitEncodedInt(shape.Length);
        foreach (long extent in shape) writer.Write7BitEncodedInt64(extent);

        using var scope = torch.NewDisposeScope();
        writer.Write(tensor.detach().cpu().contiguous().bytes);
    }

    /// <summary>Reads a tensor into <paramref name="target"/>, or over it when that is null.</summary>
    /// <returns>Whether the target took the values; false, in loose reading, for one of another shape or type.</returns>
    internal static bool ReadInto(torch.Tensor? target, string name, BinaryReader reader, bool strict)
    {
        var (type, shape) = ReadHeader(reader, name);
        using var scope = torch.NewDisposeScope();
        torch.Tensor read = torch.empty(shape, dtype: type);
        reader.BaseStream.ReadExactly(read.bytes);
        if (target is null) return false;

        bool sameShape = target.shape.AsSpan().SequenceEqual(shape);
        if (sameShape && target.dtype == type)
        {
            target.copy_(read);
            return true;
        }
        if (!strict) return false;
        throw new ArgumentException(sameShape
            ? $"Mismatched tensor data types while loading '{name}': the module has {target.dtype}, the file {type}."
            : $"Mismatched tensor shape while loading '{name}': the module has [{string.Join(", ", target.shape)}], " +
              $"the file [{string.Join(", ", shape)}]. Load into a module of the same architecture.");
    }

    internal static torch.Tensor Read(BinaryReader reader, string name)
    {
        var (type, shape) = ReadHeader(reader, name);
        torch.Tensor read = torch.empty(shape, dtype: type);
        reader.BaseStream.ReadExactly(read.bytes);
        return read;
    }

    private static (torch.ScalarType, long[]) ReadHeader(BinaryReader reader, string name)
    {
        var type = (torch.ScalarType)reader.Read7BitEncodedInt();
        int dimensions = reader.Read7BitEncodedInt();
        if (!Enum.IsDefined(type) || dimensions is < 0 or > 64)
            throw new InvalidDataException($"The entry '{name}' does not start like a tensor: the file is damaged or of another kind.");

        var shape = new long[dimensions];
        for (int i = 0; i < dimensions; i++) shape[i] = reader.Read7BitEncodedInt64();
        return (type, shape);
    }
}
