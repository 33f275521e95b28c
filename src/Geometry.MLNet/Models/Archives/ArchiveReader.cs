using System.Buffers.Binary;
using System.Text;

namespace Geometry.MLNet;

/// <summary>
/// Reads an archive (see <see cref="ArchiveLayout"/>). Whatever a zip file may have beyond what is written is refused, so that there is one way only to read
/// each: entries that are compressed, overlap, leave gaps, come twice or lead out of the archive, comments, bytes before or behind.
/// </summary>
internal sealed class ArchiveReader
{
    private readonly Stream _stream;
    private readonly long _origin;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    private readonly record struct Entry(byte[] Header, long Start, long Length, uint Checksum);

    /// <summary>Reads the directory of an archive that goes from where a stream stands to its end.</summary>
    /// <param name="stream">The bytes; they can be moved in.</param>
    /// <param name="what">What they are of, for messages, such as <c>model file</c>.</param>
    /// <exception cref="InvalidDataException">They are no such archive.</exception>
    public ArchiveReader(Stream stream, string what)
    {
        (_stream, _origin, What) = (stream, stream.Position, what);
        long length = stream.Length - _origin;
        if (length < ArchiveLayout.EndLength)
        {
            throw Damaged(length == 0 ? "it is empty" : $"it has {length} bytes, fewer than the smallest archive");
        }

        ReadOnlySpan<byte> end = ReadAt(length - ArchiveLayout.EndLength, ArchiveLayout.EndLength);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        long directoryLength = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), directoryStart = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != ArchiveLayout.EndSignature || end[4..8].IndexOfAnyExcept((byte)0) >= 0
            || BinaryPrimitives.ReadUInt16LittleEndian(end[8..]) != count || end[20..].IndexOfAnyExcept((byte)0) >= 0
            || directoryStart + directoryLength != length - ArchiveLayout.EndLength)
        {
            throw Damaged("it does not end with the directory of an archive; it may be truncated, or have something behind its end");
        }

        if (count > ArchiveLayout.MaximumEntries || directoryLength > ArchiveLayout.MaximumDirectoryLength)
        {
            throw Damaged($"its directory claims {count} entries in {directoryLength} bytes; at most {ArchiveLayout.MaximumEntries} in {ArchiveLayout.MaximumDirectoryLength} are read");
        }

        ReadDirectory(ReadAt(directoryStart, (int)directoryLength), count, directoryStart);
    }

    /// <summary>Gets the names of the entries.</summary>
    public IReadOnlyCollection<string> Names => _entries.Keys;

    /// <summary>Gets what the bytes are of.</summary>
    public string What { get; }

    /// <summary>The bytes of an entry, whose checksum is compared.</summary>
    /// <param name="name">The entry.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <exception cref="InvalidDataException">It is absent, too large or damaged.</exception>
    public byte[] Read(string name, long most)
    {
        if (!_entries.TryGetValue(name, out Entry entry))
        {
            throw Damaged($"it has no entry '{name}'");
        }

        if (entry.Length > Math.Min(most, Array.MaxLength))
        {
            throw Damaged($"its entry '{name}' has {entry.Length} bytes; at most {Math.Min(most, Array.MaxLength)} are read");
        }

        if (!ReadAt(entry.Start - entry.Header.Length, entry.Header.Length).AsSpan().SequenceEqual(entry.Header))
        {
            throw Damaged($"the header of its entry '{name}' differs from what the directory says");
        }

        byte[] bytes = ReadAt(entry.Start, (int)entry.Length);
        return Checksum.Append(0, bytes) == entry.Checksum ? bytes : throw Damaged($"its entry '{name}' does not have the checksum that the directory says");
    }

    /// <summary>Reads every entry, to see that it is whole.</summary>
    /// <exception cref="InvalidDataException">One is damaged.</exception>
    public void Verify()
    {
        foreach (string name in Names)
        {
            Read(name, Array.MaxLength);
        }
    }

    /// <summary>What to throw of a damaged archive.</summary>
    public InvalidDataException Damaged(string how) => new($"The {What} is damaged: {how}.");

    private void ReadDirectory(ReadOnlySpan<byte> directory, int count, long directoryStart)
    {
        long next = 0;
        for (int i = 0; i < count; i++)
        {
            if (directory.Length < ArchiveLayout.CentralLength || BinaryPrimitives.ReadUInt32LittleEndian(directory) != ArchiveLayout.CentralSignature)
            {
                throw Damaged($"entry {i + 1} of {count} is not in its directory");
            }

            int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            if (nameLength > ArchiveLayout.MaximumNameLength || directory.Length < ArchiveLayout.CentralLength + nameLength)
            {
                throw Damaged($"the name of entry {i + 1} claims {nameLength} bytes");
            }

            string name = ReadName(directory.Slice(ArchiveLayout.CentralLength, nameLength));
            Entry entry = ReadEntry(directory[..(ArchiveLayout.CentralLength + nameLength)], name, next);
            next = entry.Start + entry.Length;
            if (!_entries.TryAdd(name, entry))
            {
                throw Damaged($"it has the entry '{name}' twice");
            }

            directory = directory[(ArchiveLayout.CentralLength + nameLength)..];
        }

        if (directory.Length > 0 || next != directoryStart)
        {
            throw Damaged("there are bytes between its entries and its directory, or within it, that belong to none");
        }
    }

    private string ReadName(ReadOnlySpan<byte> bytes)
    {
        string name = System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : throw Damaged("the name of an entry is no text in UTF-8");
        return ArchiveLayout.IsSafe(name)
            ? name
            : throw Damaged($"its entry '{new string([.. name.Select(letter => char.IsControl(letter) ? '?' : letter)])}' is no path within the archive: it is absolute or leads out");
    }

    private Entry ReadEntry(ReadOnlySpan<byte> header, string name, long expectedStart)
    {
        ushort flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]), method = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]);
        long stored = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]), length = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
        if (method != 0 || stored != length)
        {
            throw Damaged($"its entry '{name}' is compressed ({stored} bytes for {length}), which entries of model files never are");
        }

        // Where the bytes are, the header repeats the part from the version to the lengths; extra fields, comments, attributes and flags are 0.
        byte[] local = new byte[ArchiveLayout.LocalLength + header.Length - ArchiveLayout.CentralLength];
        BinaryPrimitives.WriteUInt32LittleEndian(local, ArchiveLayout.LocalSignature);
        header[6..32].CopyTo(local.AsSpan(4));
        header[ArchiveLayout.CentralLength..].CopyTo(local.AsSpan(ArchiveLayout.LocalLength));
        long start = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]);
        if (flags != ArchiveLayout.Utf8Flag || header[30..42].IndexOfAnyExcept((byte)0) >= 0)
        {
            throw Damaged($"its entry '{name}' is encrypted, split or otherwise unlike those of model files");
        }

        return start == expectedStart
            ? new Entry(local, start + local.Length, length, BinaryPrimitives.ReadUInt32LittleEndian(header[16..]))
            : throw Damaged($"its entry '{name}' starts at byte {start}, where {expectedStart} is the next");
    }

    // The archive is known to have that many bytes, so no claim takes memory that there is nothing for.
    private byte[] ReadAt(long start, int length)
    {
        if (start < 0 || start + length > _stream.Length - _origin)
        {
            throw Damaged($"it claims {length} bytes from {start} on, behind its end");
        }

        byte[] bytes = new byte[length];
        _stream.Position = _origin + start;
        _stream.ReadExactly(bytes);
        return bytes;
    }
}
