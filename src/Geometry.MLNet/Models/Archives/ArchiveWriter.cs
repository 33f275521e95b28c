using System.Buffers.Binary;
using System.Text;

namespace Geometry.MLNet;

/// <summary>Writes an archive (see <see cref="ArchiveLayout"/>) into a stream that can be moved in.</summary>
internal sealed class ArchiveWriter(Stream stream)
{
    private readonly long _origin = stream.Position;
    private readonly List<(byte[] Name, uint Start, uint Length, uint Checksum)> _entries = [];

    /// <summary>Adds an entry.</summary>
    /// <param name="name">Its path.</param>
    /// <param name="write">Writes its bytes, one after the other.</param>
    /// <returns>What a manifest says of it.</returns>
    /// <exception cref="NotSupportedException">It is too large.</exception>
    public ModelFile Add(string name, Action<Stream> write)
    {
        byte[] encoded = Encoding.UTF8.GetBytes(name);
        long start = stream.Position;
        stream.Write(LocalHeader(encoded, 0, 0));
        using DigestStream digest = new(stream);
        write(digest);
        long end = stream.Position;
        if (end - _origin >= uint.MaxValue || _entries.Count == ArchiveLayout.MaximumEntries)
        {
            throw new NotSupportedException($"A model file holds less than 4 GiB in at most {ArchiveLayout.MaximumEntries} entries; this one would be larger.");
        }

        // The header says what only now is known.
        stream.Position = start;
        stream.Write(LocalHeader(encoded, digest.Checksum, (uint)digest.Length));
        stream.Position = end;
        _entries.Add((encoded, (uint)(start - _origin), (uint)digest.Length, digest.Checksum));
        return new ModelFile(name, digest.Length, digest.Sha256());
    }

    /// <summary>Writes the directory, behind which nothing comes.</summary>
    public void Finish()
    {
        long start = stream.Position - _origin;
        foreach ((byte[] name, uint at, uint length, uint checksum) in _entries)
        {
            byte[] header = new byte[ArchiveLayout.CentralLength + name.Length];
            BinaryPrimitives.WriteUInt32LittleEndian(header, ArchiveLayout.CentralSignature);
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), ArchiveLayout.Version);
            WriteCommon(header.AsSpan(6), name, checksum, length);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), at);
            name.CopyTo(header, ArchiveLayout.CentralLength);
            stream.Write(header);
        }

        byte[] end = new byte[ArchiveLayout.EndLength];
        BinaryPrimitives.WriteUInt32LittleEndian(end, ArchiveLayout.EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)_entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)_entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)(stream.Position - _origin - start));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)start);
        stream.Write(end);
    }

    private static byte[] LocalHeader(byte[] name, uint checksum, uint length)
    {
        byte[] header = new byte[ArchiveLayout.LocalLength + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, ArchiveLayout.LocalSignature);
        WriteCommon(header.AsSpan(4), name, checksum, length);
        name.CopyTo(header, ArchiveLayout.LocalLength);
        return header;
    }

    // Version, flags, method 0 (stored), time, checksum, both lengths, and the length of the name.
    private static void WriteCommon(Span<byte> header, byte[] name, uint checksum, uint length)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header, ArchiveLayout.Version);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], ArchiveLayout.Utf8Flag);
        BinaryPrimitives.WriteUInt32LittleEndian(header[6..], ArchiveLayout.Time);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(header[14..], length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)name.Length);
    }
}
