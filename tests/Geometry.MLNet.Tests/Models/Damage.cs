using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geometry.Seeding;

namespace Geometry.MLNet.Tests.Models;

/// <summary>Damages model files in every way that a seed draws: by accident (bits, ends, holes) and on purpose (with all checksums made right again).</summary>
internal sealed class Damage(RandomStream random, byte[] file, IReadOnlyList<(string Name, byte[] Bytes)> entries)
{
    private static readonly string[] s_names =
    [
        "/etc/passwd", "../model.json", "parts/../../x", "C:\\windows\\x", "C:x", "\\\\server\\x", "parts//x", "./x", "..", "", "a\0b", "a\nb", "model.json/", "é/\u202e",
    ];

    private static readonly JsonNode?[] s_values =
    [
        null, true, -1, 0, 1, 2, 3, 1e300, int.MaxValue, long.MaxValue, 1L << 31, "", "NaN", "mlp", "chain", "stock", "score", "tanh", "relu-ceiling(1e999)", "../x", "Everything", "8",
        "FixedBalanced", "\ud83d", new string('x', 100_000), new JsonArray(), new JsonObject(), new JsonArray(1, 2, 3), new JsonArray((JsonNode?)null),
    ];

    /// <summary>Gets what may be damaged by accident, so that what loads nevertheless must be the same model.</summary>
    public static IReadOnlyList<string> Accidents { get; } = ["truncate", "flip", "overwrite", "insert", "remove", "directory", "append"];

    /// <summary>Gets what is damaged on purpose.</summary>
    public static IReadOnlyList<string> Attacks { get; } =
        ["json", "json", "json", "header", "header", "length", "numbers", "version", "rename", "double", "swap", "drop", "add", "deep", "bomb", "compressed", "claim", "many"];

    /// <summary>A damaged file.</summary>
    public byte[] Of(string kind) => kind switch
    {
        "truncate" => file[..random.NextInt32(file.Length)],
        "flip" => Change(bytes =>
        {
            for (int flips = 1 + random.NextInt32(4); flips > 0; flips--)
            {
                bytes[random.NextInt32(bytes.Length)] ^= (byte)(1 << random.NextInt32(8));
            }
        }),
        "overwrite" => Change(bytes => Fill(bytes.AsSpan(random.NextInt32(bytes.Length - 64), 1 + random.NextInt32(64)))),
        "insert" => Insert(random.NextInt32(file.Length), 1 + random.NextInt32(40)),
        "append" => Insert(file.Length, 1 + random.NextInt32(40)),
        "remove" => Remove(random.NextInt32(file.Length - 50), 1 + random.NextInt32(40)),
        "directory" => Change(bytes => Fill(bytes.AsSpan(bytes.Length - 1 - random.NextInt32(200), 1))),
        "claim" => Change(bytes => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4 - random.NextInt32(60)), uint.MaxValue - (uint)random.NextInt32(1 << 20))),
        "compressed" => Compressed(1),
        "bomb" => Compressed(512),
        "many" => ArchiveBytes.Of([.. entries, .. Enumerable.Range(0, 11_000).Select(i => ($"x{i}", Array.Empty<byte>()))]),
        "rename" => Rebuilt(list => list[Any(list)] = (Pick(s_names), list[Any(list)].Bytes)),
        "double" => Rebuilt(list => list.Insert(Any(list), list[Any(list)])),
        "drop" => Rebuilt(list => list.RemoveAt(Any(list))),
        "add" => Rebuilt(list => list.Insert(Any(list), ("parts/9-mlp/more", [1, 2, 3]))),
        "swap" => Rebuilt(list =>
        {
            (int one, int other) = (Any(list), Any(list));
            (list[one], list[other]) = ((list[one].Name, list[other].Bytes), (list[other].Name, list[one].Bytes));
        }),
        "json" => Rebuilt(list => Replace(list, ".json", MutateJson)),
        "version" => Rebuilt(list => Replace(list, ".json", bytes => Text(bytes, "\"version\": 1", $"\"version\": {Pick([0, 2, 7, -1, int.MaxValue])}"))),
        "deep" => Rebuilt(list => Replace(list, ".json", bytes => Text(bytes, "\"version\": 1", $"\"version\": {new string('[', 100_000)}"))),
        "header" => Rebuilt(list => Replace(list, ".safetensors", MutateHeader)),
        "length" => Rebuilt(list => Replace(list, ".safetensors", bytes => [.. BitConverter.GetBytes(Pick([0L, 1, 8, bytes.Length, 1 << 24, 1L << 40, -1, long.MinValue])), .. bytes[8..]])),
        "numbers" => Rebuilt(list => Replace(list, ".safetensors", bytes => random.NextInt32(2) == 0 ? bytes[..^random.NextInt32(20)] : [.. bytes, 0, 0, 0, 0])),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such damage."),
    };

    private byte[] Change(Action<byte[]> change)
    {
        byte[] bytes = [.. file];
        change(bytes);
        return bytes;
    }

    private byte[] Insert(int place, int count)
    {
        byte[] more = new byte[count];
        Fill(more);
        return [.. file.AsSpan(0, place), .. more, .. file.AsSpan(place)];
    }

    private byte[] Remove(int place, int count) => [.. file.AsSpan(0, place), .. file.AsSpan(Math.Min(file.Length, place + count))];

    private byte[] Rebuilt(Action<List<(string Name, byte[] Bytes)>> change)
    {
        List<(string Name, byte[] Bytes)> list = [.. entries];
        change(list);
        try
        {
            return ArchiveBytes.Of(ArchiveBytes.Consistent(list));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            // A manifest that cannot be read cannot be made to fit; that is damage too.
            return ArchiveBytes.Of(list);
        }
    }

    private void Replace(List<(string Name, byte[] Bytes)> list, string ending, Func<byte[], byte[]> change)
    {
        int[] places = [.. Enumerable.Range(0, list.Count).Where(i => list[i].Name.EndsWith(ending, StringComparison.Ordinal))];
        int place = Pick(places);
        list[place] = (list[place].Name, change(list[place].Bytes));
    }

    // A manifest of as many MiB of zeros, a thousandth of that in the file.
    private byte[] Compressed(int size)
    {
        byte[] zeros = new byte[1 << 20];
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in entries.Where(entry => entry.Name != ArchiveBytes.Manifest))
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }

            using Stream manifest = archive.CreateEntry(ArchiveBytes.Manifest, CompressionLevel.Fastest).Open();
            for (int i = 0; i < size; i++)
            {
                manifest.Write(zeros);
            }
        }

        return stream.ToArray();
    }

    private byte[] MutateJson(byte[] bytes)
    {
        JsonNode root = JsonNode.Parse(bytes)!;
        JsonNode node = Pick([.. All(root)]);
        if (node.Parent is JsonObject parent)
        {
            string name = node.GetPropertyName();
            if (random.NextInt32(6) == 0)
            {
                parent.Remove(name);
            }
            else
            {
                parent[random.NextInt32(12) == 0 ? "more" : name] = Pick(s_values)?.DeepClone();
            }
        }
        else if (node.Parent is JsonArray items)
        {
            items[node.GetElementIndex()] = Pick(s_values)?.DeepClone();
        }

        string text = root.ToJsonString();
        return Encoding.UTF8.GetBytes(random.NextInt32(20) == 0 ? text.Replace("{\"", "{\"version\":1,\"", StringComparison.Ordinal) : text);
    }

    private byte[] MutateHeader(byte[] bytes)
    {
        int length = (int)BitConverter.ToInt64(bytes);
        string header = Encoding.UTF8.GetString(bytes, 8, length).TrimEnd();
        int place = random.NextInt32(header.Length);
        string changed = random.NextInt32(3) switch
        {
            0 => Digits(header, place),
            1 => Encoding.UTF8.GetString(MutateJson(Encoding.UTF8.GetBytes(header))),
            _ => header.Remove(place, 1).Insert(place, Pick(["0", "9", "-", "\"", "{", "}", "[", "]", ",", ":", "\\", "\u0001", "F64"])),
        };
        byte[] json = Encoding.UTF8.GetBytes(changed);
        return [.. BitConverter.GetBytes((long)json.Length), .. json, .. bytes[(8 + length)..]];
    }

    // Another number in the place of one.
    private string Digits(string text, int place)
    {
        int start = text.IndexOfAny([.. "0123456789"], place);
        if (start < 0)
        {
            return text;
        }

        int end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return $"{text[..start]}{Pick(["0", "1", "2", "5", "65536", "2147483648", "9223372036854775807", "99999999999999999999", "1e9", "-4"])}{text[end..]}";
    }

    private static IEnumerable<JsonNode> All(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch { JsonObject parts => parts.Select(pair => pair.Value).ToArray(), JsonArray items => [.. items], _ => [] };
        return [node, .. children.OfType<JsonNode>().SelectMany(All)];
    }

    private static byte[] Text(byte[] bytes, string text, string other) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(text, other, StringComparison.Ordinal));

    private int Any(List<(string Name, byte[] Bytes)> list) => random.NextInt32(list.Count);

    private T Pick<T>(IReadOnlyList<T> items) => items[random.NextInt32(items.Count)];

    private void Fill(Span<byte> bytes)
    {
        foreach (ref byte value in bytes)
        {
            value = (byte)random.NextUInt32();
        }
    }
}
