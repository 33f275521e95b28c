using System.Buffers.Binary;

namespace Geometry.Tasks;

/// <summary>
/// Reads an IDX file of unsigned bytes, plain or compressed with gzip, item by item: the format of MNIST and its kin. After a
/// big-endian header (two zero bytes, the type 8, the number of dimensions, the dimensions) come the items.
/// </summary>
public sealed class IdxReader : IDisposable
{
    private const byte UnsignedByte = 8;
    private const int MaxDimensions = 8;

    private readonly Stream _stream;
    private readonly string _name;
    private long _read;

    private IdxReader(Stream stream, string name)
    {
        _stream = stream;
        _name = name;
        Dimensions = ReadHeader();
        long size = 1;
        foreach (int dimension in Dimensions.Skip(1))
        {
            size *= dimension;
            if (size > Array.MaxLength)
            {
                throw new InvalidDataException($"{_name} claims items of more than {Array.MaxLength} bytes: [{string.Join(", ", Dimensions)}].");
            }
        }

        ItemSize = (int)size;
    }

    /// <summary>Gets the dimensions; the first one is the number of items.</summary>
    public IReadOnlyList<int> Dimensions { get; }

    /// <summary>Gets the number of items.</summary>
    public int Count => Dimensions[0];

    /// <summary>Gets the bytes of an item: 1 for labels, height x width for images.</summary>
    public int ItemSize { get; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file; whether it is compressed is seen from its first bytes, not from its name.</param>
    /// <returns>The reader, at the first item.</returns>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="InvalidDataException">The file does not start with the header of an IDX file of unsigned bytes.</exception>
    public static IdxReader Open(string path)
    {
        Stream stream = DataFile.Open(path, "IDX file");
        try
        {
            return new IdxReader(stream, path);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next items.</summary>
    /// <param name="items">Receives whole items; its length is a multiple of <see cref="ItemSize"/>.</param>
    /// <exception cref="InvalidDataException">The file ends before; the message says how many bytes were expected and found.</exception>
    public void Read(Span<byte> items)
    {
        if (items.Length % ItemSize != 0 || _read + items.Length > (long)Count * ItemSize)
        {
            throw new ArgumentException(
                $"{items.Length} bytes are not a number of items of {ItemSize} bytes, or more than are left of {Count}.", nameof(items));
        }

        int found = ReadAtMost(items);
        _read += found;
        if (found < items.Length)
        {
            throw Truncated((long)Count * ItemSize, _read, "data");
        }
    }

    /// <summary>Reads all items that are left.</summary>
    /// <returns>The bytes.</returns>
    /// <exception cref="InvalidDataException">The file ends before its last item, or goes on after it.</exception>
    public byte[] ReadToEnd()
    {
        long left = ((long)Count * ItemSize) - _read;
        if (left > Array.MaxLength)
        {
            throw new InvalidDataException($"{_name} claims {left} bytes of data, more than can be read at once ({Array.MaxLength}).");
        }

        byte[] bytes = ReadChunks((int)left);
        Span<byte> rest = stackalloc byte[1];
        if (ReadAtMost(rest) > 0)
        {
            throw new InvalidDataException($"{_name} goes on after the {(long)Count * ItemSize} bytes of data that its header announces. It is damaged.");
        }

        return bytes;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _stream.Dispose();

    // The header of a damaged file may announce gigabytes, so memory grows with what is there.
    private byte[] ReadChunks(int length)
    {
        const int Step = 1 << 26;
        byte[] bytes = new byte[Math.Min(length, Step)];
        for (int filled = 0; filled < length;)
        {
            int next = Math.Min(length, filled + Step);
            if (bytes.Length < next)
            {
                Array.Resize(ref bytes, (int)Math.Min(length, 2L * next));
            }

            int found = ReadAtMost(bytes.AsSpan(filled, next - filled));
            _read += found;
            filled += found;
            if (filled < next)
            {
                throw Truncated((long)Count * ItemSize, _read, "data");
            }
        }

        return bytes;
    }

    private int[] ReadHeader()
    {
        Span<byte> magic = stackalloc byte[4];
        int found = ReadAtMost(magic);
        if (found < magic.Length || magic[0] != 0 || magic[1] != 0 || magic[2] != UnsignedByte || magic[3] is 0 or > MaxDimensions)
        {
            string start = found == 0 ? "is empty" : $"starts with the bytes {Convert.ToHexString(magic[..found])}";
            throw new InvalidDataException(
                $"{_name} is not an IDX file of unsigned bytes: it {start}, and should start with 00000801 (labels) or 00000803 (images).");
        }

        int[] dimensions = new int[magic[3]];
        Span<byte> bytes = stackalloc byte[dimensions.Length * sizeof(int)];
        found = ReadAtMost(bytes);
        if (found < bytes.Length)
        {
            throw Truncated(bytes.Length, found, "dimensions");
        }

        for (int i = 0; i < dimensions.Length; i++)
        {
            dimensions[i] = BinaryPrimitives.ReadInt32BigEndian(bytes[(i * sizeof(int))..]);
            if (dimensions[i] < 1)
            {
                throw new InvalidDataException($"{_name} is damaged: its dimension {i + 1} is {dimensions[i]}.");
            }
        }

        return dimensions;
    }

    private int ReadAtMost(Span<byte> bytes) => DataFile.ReadAtMost(_stream, bytes, _name);

    private InvalidDataException Truncated(long expected, long found, string what) =>
        new($"{_name} is truncated: {expected} bytes of {what} were expected and {found} found. Fetch the file again.");
}
