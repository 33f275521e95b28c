using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Geometry.MLNet.Tests.Models;

/// <summary>Takes model files apart and puts them together again, with nothing of what the library does it with.</summary>
internal static class ArchiveBytes
{
    public const string Manifest = "model.json";

    /// <summary>The entries of a file, read by .NET's own archive.</summary>
    public static List<(string Name, byte[] Bytes)> Entries(byte[] file)
    {
        using ZipArchive archive = new(new MemoryStream(file), ZipArchiveMode.Read);
        return [.. archive.Entries.Select(entry =>
        {
            using Stream content = entry.Open();
            using MemoryStream bytes = new();
            content.CopyTo(bytes);
            return (entry.FullName, bytes.ToArray());
        })];
    }

    /// <summary>A file of entries, as the library lays it out.</summary>
    public static byte[] Of(IEnumerable<(string Name, byte[] Bytes)> entries)
    {
        using MemoryStream file = new(), directory = new();
        int count = 0;
        foreach ((string name, byte[] bytes) in entries)
        {
            byte[] encoded = Encoding.UTF8.GetBytes(name);
            byte[] common = new byte[26];
            BinaryPrimitives.WriteUInt16LittleEndian(common, 20);
            BinaryPrimitives.WriteUInt16LittleEndian(common.AsSpan(2), 1 << 11);
            BinaryPrimitives.WriteUInt16LittleEndian(common.AsSpan(8), 33);
            BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(10), Crc(bytes));
            BinaryPrimitives.WriteInt32LittleEndian(common.AsSpan(14), bytes.Length);
            BinaryPrimitives.WriteInt32LittleEndian(common.AsSpan(18), bytes.Length);
            BinaryPrimitives.WriteInt32LittleEndian(common.AsSpan(22), (ushort)encoded.Length);
            byte[] tail = new byte[14];
            BinaryPrimitives.WriteInt32LittleEndian(tail.AsSpan(10), (int)file.Length);
            directory.Write([0x50, 0x4b, 1, 2, 20, 0, .. common, .. tail, .. encoded]);
            file.Write([0x50, 0x4b, 3, 4, .. common, .. encoded, .. bytes]);
            count++;
        }

        byte[] end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)count);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(12), (int)directory.Length);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(16), (int)file.Length);
        return [.. file.ToArray(), .. directory.ToArray(), .. end];
    }

    /// <summary>The same entries with a manifest that has their sizes and checksums, as far as it can be read.</summary>
    public static List<(string Name, byte[] Bytes)> Consistent(List<(string Name, byte[] Bytes)> entries) => [.. entries.Select(entry =>
        entry.Name == Manifest ? (entry.Name, Describe(entry.Bytes, entries)) : entry)];

    private static byte[] Describe(byte[] manifest, List<(string Name, byte[] Bytes)> entries)
    {
        JsonNode? root = JsonNode.Parse(manifest);
        Visit(root, entries);
        return Encoding.UTF8.GetBytes(root!.ToJsonString());
    }

    private static void Visit(JsonNode? node, List<(string Name, byte[] Bytes)> entries)
    {
        if (node is JsonObject file && file.ContainsKey("sha256") && entries.FirstOrDefault(entry => entry.Name == (string?)file["path"]) is { Bytes: { } bytes })
        {
            file["size"] = bytes.Length;
            file["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        }

        foreach (JsonNode? child in node switch { JsonObject children => children.Select(pair => pair.Value).ToArray(), JsonArray items => [.. items], _ => [] })
        {
            Visit(child, entries);
        }
    }

    private static uint Crc(byte[] bytes)
    {
        uint state = uint.MaxValue;
        foreach (byte value in bytes)
        {
            state ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                state = (state >> 1) ^ ((state & 1) * 0xEDB88320);
            }
        }

        return ~state;
    }
}
