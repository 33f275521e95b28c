using System.Text;

namespace Microsoft.ML.Text;

/// <summary>The lines that a saved text file begins with and that say what its columns are.</summary>
internal static class TextSchemaHeader
{
    private static readonly (DataKind Kind, string Name)[] Names =
    [
        (DataKind.SByte, "I1"), (DataKind.Byte, "U1"), (DataKind.Int16, "I2"), (DataKind.UInt16, "U2"), (DataKind.Int32, "I4"), (DataKind.UInt32, "U4"),
        (DataKind.Int64, "I8"), (DataKind.UInt64, "U8"), (DataKind.Single, "R4"), (DataKind.Double, "R8"), (DataKind.String, "TX"), (DataKind.Boolean, "BL"),
        (DataKind.TimeSpan, "TS"), (DataKind.DateTime, "DT"), (DataKind.DateTimeOffset, "DZ"),
    ];

    public static void Write(StringBuilder text, IEnumerable<DataViewSchema.Column> columns, char separator, bool header, bool sparse)
    {
        text.Append("#@ TextLoader{\n");
        if (header)
            text.Append("#@   header+\n");
        if (sparse)
            text.Append("#@   sparse+\n");
        text.Append("#@   quote+\n");
        text.Append("#@   sep=").Append(separator switch { '\t' => "tab", ' ' => "space", _ => separator.ToString() }).Append('\n');
        int field = 0;
        foreach (var column in columns)
        {
            var item = column.Type.ItemTypeOrSelf();
            text.Append("#@   col=").Append(column.Name).Append(':').Append(Names.First(n => TypeQueries.TypeOf(n.Kind).RawType == item.RawType).Name);
            if (item is KeyDataViewType key)
                text.Append('[').Append(key.Count.ToString(CultureInfo.InvariantCulture)).Append(']');
            int width = column.Type.ValueCount();
            text.Append(CultureInfo.InvariantCulture, $":{field}");
            if (column.Type is VectorDataViewType)
                text.Append(width == 0 ? "-**" : string.Create(CultureInfo.InvariantCulture, $"-{field + width - 1}"));
            text.Append('\n');
            field += width;
        }
        text.Append("#@ }\n");
    }

    /// <summary>The options that a file's own header gives; without one, a label and a vector of features.</summary>
    public static TextLoader.Options Read(IMultiStreamSource source, TextLoader.Options given)
    {
        var columns = new List<TextLoader.Column>();
        var options = new TextLoader.Options
        {
            AllowQuoting = given.AllowQuoting,
            AllowSparse = given.AllowSparse,
            DecimalMarker = given.DecimalMarker,
            EscapeChar = given.EscapeChar,
            HasHeader = given.HasHeader,
            HeaderFile = given.HeaderFile,
            InputSize = given.InputSize,
            MaxRows = given.MaxRows,
            MissingRealsAsNaNs = given.MissingRealsAsNaNs,
            ReadMultilines = given.ReadMultilines,
            Separators = given.Separators,
            TrimWhitespace = given.TrimWhitespace,
            UseThreads = given.UseThreads,
        };
        if (source is { Count: > 0 })
        {
            using var reader = source.OpenTextReader(0);
            while (reader.ReadLine() is { } line && line.StartsWith("#@", StringComparison.Ordinal))
                Apply(line[2..].Trim(), options, columns);
        }
        options.Columns = columns.Count > 0
            ? [.. columns]
            : [new TextLoader.Column("Label", DataKind.Single, 0), new TextLoader.Column("Features", DataKind.Single, [new TextLoader.Range(1, null)])];
        return options;
    }

    private static void Apply(string line, TextLoader.Options options, List<TextLoader.Column> columns)
    {
        switch (line)
        {
            case "header+":
                options.HasHeader = true;
                break;
            case "sparse+":
                options.AllowSparse = true;
                break;
            case "quote+":
                options.AllowQuoting = true;
                break;
            case "sep=tab":
                options.Separators = ['\t'];
                break;
            case "sep=space":
                options.Separators = [' '];
                break;
            case ['s', 'e', 'p', '=', var separator]:
                options.Separators = [separator];
                break;
            case ['c', 'o', 'l', '=', .. var column]:
                columns.Add(ParseColumn(column));
                break;
        }
    }

    private static TextLoader.Column ParseColumn(string text)
    {
        int last = text.LastIndexOf(':');
        int middle = last > 0 ? text.LastIndexOf(':', last - 1) : -1;
        Check.Decode(middle > 0, $"The schema in the file has a column that cannot be read: {text}");
        string type = text[(middle + 1)..last];
        KeyCount keys = null;
        int bracket = type.IndexOf('[');
        if (bracket > 0)
        {
            keys = new KeyCount(ulong.Parse(type[(bracket + 1)..^1], CultureInfo.InvariantCulture));
            type = type[..bracket];
        }
        var known = Names.FirstOrDefault(n => n.Name == type);
        Check.Decode(known.Name is not null, $"The schema in the file has a column of unknown type: {text}");
        string[] ends = text[(last + 1)..].Split('-', 2);
        int min = int.Parse(ends[0], CultureInfo.InvariantCulture);
        var range = ends.Length == 1 ? new TextLoader.Range(min)
            : ends[1] == "**" ? new TextLoader.Range { Min = min, VariableEnd = true, ForceVector = true }
            : ends[1] == "*" ? new TextLoader.Range(min, null)
            : new TextLoader.Range(min, int.Parse(ends[1], CultureInfo.InvariantCulture));
        return new TextLoader.Column(text[..middle], known.Kind, [range], keys);
    }
}
