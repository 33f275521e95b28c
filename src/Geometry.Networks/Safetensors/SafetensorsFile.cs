using System.Buffers.Binary;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>
/// A file of named tensors in the safetensors format, which Python reads and writes too: 8 bytes with the length of the header (little-endian), the
/// header (JSON: for each tensor its type, its shape, and the start and end of its bytes; under <c>__metadata__</c> texts), the bytes.
/// </summary>
/// <remarks>
/// Nothing is believed that is not checked: shapes must go with the bytes, which must follow each other without gap or overlap, and no more memory is
/// taken than the stream has bytes. The format is that of huggingface.co/docs/safetensors.
/// </remarks>
public sealed class SafetensorsFile
{
    private const int Piece = 1 << 20;

    private readonly Dictionary<string, SafetensorsTensor> _tensors;
    private readonly byte[] _data;

    private SafetensorsFile(SafetensorsHeader header, byte[] data)
    {
        (Tensors, Metadata, _data) = (header.Tensors, header.Metadata, data);
        _tensors = header.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    /// <summary>Gets the tensors, in the order of their bytes.</summary>
    public IReadOnlyList<SafetensorsTensor> Tensors { get; }

    /// <summary>Gets the texts of the header.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its tensors, in memory.</returns>
    /// <exception cref="InvalidDataException">It is no safetensors file, is damaged or truncated, or has bytes behind its tensors.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SafetensorsFile Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        SafetensorsFile file = Read(stream);
        return stream.Position == stream.Length
            ? file
            : throw new InvalidDataException($"The safetensors file '{path}' has {stream.Length - stream.Position} bytes behind its tensors.");
    }

    /// <summary>Reads a file; the stream is left after its last byte.</summary>
    /// <param name="stream">The bytes.</param>
    /// <returns>Its tensors, in memory.</returns>
    /// <exception cref="InvalidDataException">It is no safetensors file, or is damaged or truncated.</exception>
    public static SafetensorsFile Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(ReadExactly(stream, sizeof(ulong)));
        if (length is < 2 or > SafetensorsHeader.MaximumLength)
        {
            throw new InvalidDataException(
                $"This is no safetensors file: its header claims {length} bytes, where there are from 2 to {SafetensorsHeader.MaximumLength}.");
        }

        SafetensorsHeader header = SafetensorsHeader.Parse(ReadExactly(stream, (long)length));
        return new SafetensorsFile(header, ReadExactly(stream, header.DataLength));
    }

    /// <summary>Finds a tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>What is said of it; null where there is none of that name.</returns>
    public SafetensorsTensor? Find(string name) => _tensors.GetValueOrDefault(name);

    /// <summary>Makes a tensor of the numbers under a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>A tensor on the CPU, in the caller's dispose scope.</returns>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public Tensor ReadTensor(string name)
    {
        SafetensorsTensor tensor = Require(name);
        Tensor result = empty([.. tensor.Shape], dtype: SafetensorsTypes.ScalarOf(tensor.Type));
        if (tensor.Size > 0)
        {
            result.bytes = Bytes(tensor);
        }

        return result;
    }

    /// <summary>Reads the single-precision numbers under a name, row-major.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="ArgumentException">There is none of that name, or its numbers are of another type.</exception>
    public float[] ReadSingles(string name) => Require(name) is { Type: SafetensorsType.F32 } tensor
        ? MemoryMarshal.Cast<byte, float>(Bytes(tensor)).ToArray()
        : throw new ArgumentException($"The tensor '{name}' is {Require(name).Form}, not of single-precision numbers.", nameof(name));

    /// <summary>Makes sure that the file has exactly these tensors.</summary>
    /// <param name="expected">The tensors.</param>
    /// <param name="what">What they are of, for the message, such as <c>network</c>.</param>
    /// <exception cref="InvalidDataException">It has not; the message lists each difference.</exception>
    internal void RequireExactly(IReadOnlyList<SafetensorsTensor> expected, string what)
    {
        HashSet<string> names = [.. expected.Select(tensor => tensor.Name)];
        string[] missing = [.. expected.Where(tensor => Find(tensor.Name) is null).Select(tensor => tensor.Name)];
        string[] extra = [.. Tensors.Where(tensor => !names.Contains(tensor.Name)).Select(tensor => tensor.Name)];
        string[] other = [.. expected.Where(tensor => Find(tensor.Name) is { } found && found.Form != tensor.Form)
            .Select(tensor => $"{tensor.Name} is {Find(tensor.Name)!.Form} and should be {tensor.Form}")];
        string[] problems =
        [
            .. missing.Length > 0 ? [$"it lacks {List(missing)}"] : Array.Empty<string>(),
            .. extra.Length > 0 ? [$"the {what} has no {List(extra)}"] : Array.Empty<string>(),
            .. other.Length > 0 ? [List(other)] : Array.Empty<string>(),
        ];
        if (problems.Length > 0)
        {
            throw new InvalidDataException($"The safetensors file does not fit the {what}: {string.Join("; ", problems)}.");
        }
    }

    private static string List(string[] items)
    {
        const int Most = 20;
        return items.Length <= Most ? string.Join(", ", items) : $"{string.Join(", ", items.Take(Most))} and {items.Length - Most} more";
    }

    private SafetensorsTensor Require(string name) =>
        Find(name) ?? throw new ArgumentException($"The safetensors file has no tensor '{name}'. It has: {List([.. Tensors.Select(tensor => tensor.Name)])}.", nameof(name));

    private Span<byte> Bytes(SafetensorsTensor tensor) => _data.AsSpan((int)tensor.Start, (int)tensor.Size);

    // The length is only a claim, so that memory is taken as the bytes come.
    private static byte[] ReadExactly(Stream stream, long length)
    {
        if (length > Array.MaxLength)
        {
            throw new InvalidDataException($"The safetensors file claims {length} bytes of tensors; at most {Array.MaxLength} are read.");
        }

        byte[] bytes = new byte[Math.Min(length, Piece)];
        int read = 0;
        while (true)
        {
            read += stream.ReadAtLeast(bytes.AsSpan(read), bytes.Length - read, throwOnEndOfStream: false);
            if (read < bytes.Length)
            {
                throw new InvalidDataException($"The safetensors file is truncated: {length} bytes were expected at its end and {read} found.");
            }

            if (read == length)
            {
                return bytes;
            }

            Array.Resize(ref bytes, (int)Math.Min(length, 2L * bytes.Length));
        }
    }
}
