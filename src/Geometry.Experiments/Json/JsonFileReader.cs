using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Geometry.Experiments;

/// <summary>
/// Reads JSON into values that keep their line and column, which System.Text.Json's documents do not. Comments and trailing commas are
/// allowed; a field that occurs twice is a problem.
/// </summary>
internal sealed partial class JsonFileReader
{
    private readonly byte[] _utf8;
    private readonly List<int> _lineStarts = [0];
    private readonly ProblemList _problems;

    private JsonFileReader(byte[] utf8, ProblemList problems)
    {
        _utf8 = utf8;
        _problems = problems;
        for (int i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '\n')
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>Reads a file's bytes; null, with a problem added, if they are not JSON.</summary>
    public static JsonValue? Read(byte[] bytes, ProblemList problems)
    {
        byte[] utf8 = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var reader = new JsonFileReader(utf8, problems);
        return reader.IsValidUtf8() ? reader.ReadAll() : null;
    }

    private bool IsValidUtf8()
    {
        int index = System.Text.Unicode.Utf8.IsValid(_utf8) ? -1 : FirstInvalidByte();
        if (index >= 0)
        {
            _problems.Add(PlaceAt(index, "$"), "the file is not UTF-8 text; save it with that encoding.");
        }

        return index < 0;
    }

    private int FirstInvalidByte()
    {
        int index = 0;
        while (Rune.DecodeFromUtf8(_utf8.AsSpan(index), out _, out int consumed) == System.Buffers.OperationStatus.Done)
        {
            index += consumed;
        }

        return index;
    }

    private JsonValue? ReadAll()
    {
        var reader = new Utf8JsonReader(_utf8, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        string path = "$";
        try
        {
            reader.Read();
            JsonValue value = ReadValue(ref reader, "$", ref path);
            reader.Read();
            return value;
        }
        catch (JsonException e)
        {
            int line = (int)(e.LineNumber ?? 0);
            int offset = _lineStarts[Math.Min(line, _lineStarts.Count - 1)] + (int)(e.BytePositionInLine ?? 0);
            string reason = PositionSuffix().Replace(e.Message, "").TrimEnd('.');
            _problems.Add(PlaceAt(Math.Min(offset, _utf8.Length), path), $"malformed JSON: {reason}.");
            return null;
        }
        catch (InvalidOperationException)
        {
            _problems.Add(PlaceAt((int)reader.TokenStartIndex, path), "malformed JSON: a \\u escape that is no character.");
            return null;
        }
    }

    // `last` is the path of the value that was being read when the text turned out to be malformed.
    private JsonValue ReadValue(ref Utf8JsonReader reader, string path, ref string last)
    {
        last = path;
        Place place = PlaceAt((int)reader.TokenStartIndex, path);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return new JsonValue { Kind = JsonKind.Object, Place = place, Fields = ReadFields(ref reader, path, ref last) };
            case JsonTokenType.StartArray:
                List<JsonValue> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader, $"{path}[{items.Count}]", ref last));
                }

                last = path;
                return new JsonValue { Kind = JsonKind.Array, Place = place, Items = items };
            case JsonTokenType.String:
                return new JsonValue { Kind = JsonKind.Text, Place = place, Text = reader.GetString()! };
            case JsonTokenType.Number:
                return new JsonValue { Kind = JsonKind.Number, Place = place, Text = Encoding.UTF8.GetString(reader.ValueSpan) };
            case JsonTokenType.Null:
                return new JsonValue { Kind = JsonKind.Null, Place = place };
            default:
                return new JsonValue { Kind = JsonKind.Boolean, Place = place, Text = reader.GetBoolean() ? "true" : "false" };
        }
    }

    private List<JsonField> ReadFields(ref Utf8JsonReader reader, string path, ref string last)
    {
        List<JsonField> fields = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            string fieldPath = SimpleName().IsMatch(name) ? $"{path}.{name}" : $"{path}['{name}']";
            Place place = PlaceAt((int)reader.TokenStartIndex, fieldPath);
            last = fieldPath;
            reader.Read();
            var field = new JsonField(name, place, ReadValue(ref reader, fieldPath, ref last));
            if (fields.FirstOrDefault(f => f.Name == name) is { } first)
            {
                _problems.Add(place, $"the field '{name}' occurs twice (first in line {first.Place.Line}); remove one.");
            }
            else
            {
                fields.Add(field);
            }
        }

        last = path;
        return fields;
    }

    private Place PlaceAt(int offset, string path)
    {
        int line = _lineStarts.BinarySearch(offset);
        line = line >= 0 ? line : ~line - 1;
        return new Place(line + 1, Encoding.UTF8.GetCharCount(_utf8, _lineStarts[line], offset - _lineStarts[line]) + 1, path);
    }

    [GeneratedRegex(@"\s*LineNumber: \d+ \| BytePositionInLine: \d+\.?$")]
    private static partial Regex PositionSuffix();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex SimpleName();
}
