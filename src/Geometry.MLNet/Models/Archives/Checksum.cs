namespace Geometry.MLNet;

/// <summary>The checksum of zip files: CRC-32, reflected, polynomial 0xEDB88320.</summary>
internal static class Checksum
{
    private const uint Polynomial = 0xEDB88320;

    // Of eight bytes at a time: the table k is of a byte with k bytes of zero behind it.
    private static readonly uint[][] s_tables = Tables();

    /// <summary>The checksum of bytes that follow others.</summary>
    /// <param name="checksum">That of the others; 0 for none.</param>
    /// <param name="bytes">The bytes.</param>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        uint state = ~checksum;
        while (bytes.Length >= 8)
        {
            uint low = state ^ System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            state = s_tables[7][(byte)low] ^ s_tables[6][(byte)(low >> 8)] ^ s_tables[5][(byte)(low >> 16)] ^ s_tables[4][low >> 24]
                ^ s_tables[3][bytes[4]] ^ s_tables[2][bytes[5]] ^ s_tables[1][bytes[6]] ^ s_tables[0][bytes[7]];
            bytes = bytes[8..];
        }

        foreach (byte value in bytes)
        {
            state = (state >> 8) ^ s_tables[0][(byte)(state ^ value)];
        }

        return ~state;
    }

    private static uint[][] Tables()
    {
        uint[][] tables = [.. Enumerable.Range(0, 8).Select(_ => new uint[256])];
        for (uint value = 0; value < 256; value++)
        {
            uint state = value;
            for (int bit = 0; bit < 8; bit++)
            {
                state = (state >> 1) ^ ((state & 1) * Polynomial);
            }

            tables[0][value] = state;
        }

        for (int table = 1; table < 8; table++)
        {
            for (int value = 0; value < 256; value++)
            {
                uint before = tables[table - 1][value];
                tables[table][value] = (before >> 8) ^ tables[0][(byte)before];
            }
        }

        return tables;
    }
}
