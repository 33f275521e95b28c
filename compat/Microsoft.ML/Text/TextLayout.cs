namespace Microsoft.ML.Text;

/// <summary>How lines are cut into fields, and which fields each column has, with nothing left to find out.</summary>
internal sealed class TextLayout
{
    private const int SampledLines = 100;

    private TextLayout(TextLoader.Options options, TextColumn[] columns)
    {
        Options = options;
        Columns = columns;
        var builder = new DataViewSchema.Builder();
        foreach (var column in columns)
            builder.AddColumn(column.Name, column.Type, column.Annotations);
        Schema = builder.ToSchema();
    }

    public TextLoader.Options Options { get; }

    public TextColumn[] Columns { get; }

    public DataViewSchema Schema { get; }

    public static TextLayout Resolve(TextLoader.Options options, IMultiStreamSource sample)
    {
        Check.Param(options.Separators is { Length: > 0 }, nameof(options), "Need at least one separator");
        Check.Param(options.DecimalMarker is '.' or ',', nameof(options), "The decimal marker must be '.' or ','");
        Check.Param(!options.Separators.Contains(options.DecimalMarker), nameof(options), "The decimal marker cannot be a separator");
        if (options.Columns is null or { Length: 0 })
            options = TextSchemaHeader.Read(sample, options);

        int width = options.InputSize ?? 0;
        string[] header = HeaderOf(options, sample);
        if (options.Columns.Any(c => c.Source.Any(NeedsWidth)))
        {
            if (width == 0)
                width = Math.Max(header?.Length ?? 0, WidthOf(options, sample));
            Check.That(width > 0, "The columns go to the end of the lines, whose length is not known: give a data sample or the input size");
        }
        var taken = options.Columns.SelectMany(c => c.Source).Where(r => !r.AllOther)
            .SelectMany(r => Enumerable.Range(r.Min, EndOf(r, width) is var end && end == TextSegment.Open ? Math.Max(width - r.Min, 0) : Math.Max(end - r.Min, 0))).ToHashSet();
        return new TextLayout(options, [.. options.Columns.Select(c => new TextColumn(c, [.. c.Source.SelectMany(r => Segments(r, width, taken))], header))]);
    }

    public static TextLayout Load(BinaryReader reader)
    {
        var options = new TextLoader.Options
        {
            AllowQuoting = reader.ReadBoolean(),
            AllowSparse = reader.ReadBoolean(),
            HasHeader = reader.ReadBoolean(),
            MissingRealsAsNaNs = reader.ReadBoolean(),
            ReadMultilines = reader.ReadBoolean(),
            TrimWhitespace = reader.ReadBoolean(),
            DecimalMarker = reader.ReadChar(),
            EscapeChar = reader.ReadChar(),
            Separators = reader.ReadString().ToCharArray(),
            MaxRows = reader.ReadInt64() is >= 0 and var rows ? rows : null,
        };
        var columns = new TextColumn[reader.ReadInt32()];
        for (int i = 0; i < columns.Length; i++)
            columns[i] = TextColumn.Load(reader);
        return new TextLayout(options, columns);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(Options.AllowQuoting);
        writer.Write(Options.AllowSparse);
        writer.Write(Options.HasHeader);
        writer.Write(Options.MissingRealsAsNaNs);
        writer.Write(Options.ReadMultilines);
        writer.Write(Options.TrimWhitespace);
        writer.Write(Options.DecimalMarker);
        writer.Write(Options.EscapeChar);
        writer.Write(new string(Options.Separators));
        writer.Write(Options.MaxRows ?? -1);
        writer.Write(Columns.Length);
        foreach (var column in Columns)
            column.Save(writer);
    }

    private static bool NeedsWidth(TextLoader.Range range) => !range.VariableEnd && (range.AllOther || range.AutoEnd || range.Max is null);

    private static int EndOf(TextLoader.Range range, int width) =>
        range.VariableEnd ? TextSegment.Open : range.AutoEnd || range.Max is null ? Math.Max(width, range.Min) : range.Max.Value + 1;

    private static IEnumerable<TextSegment> Segments(TextLoader.Range range, int width, HashSet<int> taken)
    {
        if (!range.AllOther)
            return [new TextSegment(range.Min, EndOf(range, width))];
        return Enumerable.Range(range.Min, Math.Max(0, Math.Min(width, (range.Max ?? int.MaxValue - 1) + 1) - range.Min))
            .Where(i => !taken.Contains(i))
            .Select(i => new TextSegment(i, i + 1));
    }

    private static string[] HeaderOf(TextLoader.Options options, IMultiStreamSource sample)
    {
        if (!string.IsNullOrEmpty(options.HeaderFile))
            sample = new MultiFileSource(options.HeaderFile);
        else if (!options.HasHeader)
            return null;
        if (sample is null || sample.Count == 0)
            return null;
        using var reader = new TextLines(sample.OpenTextReader(0), options);
        var fields = new TextFields(options);
        if (reader.Next() is not { } line)
            return null;
        fields.Set(line);
        return [.. Enumerable.Range(0, fields.Width).Select(i => fields.Text(i).ToString().Trim())];
    }

    private static int WidthOf(TextLoader.Options options, IMultiStreamSource sample)
    {
        if (sample is null || sample.Count == 0)
            return 0;
        using var reader = new TextLines(sample.OpenTextReader(0), options);
        var fields = new TextFields(options);
        int width = 0;
        if (options.HasHeader)
            reader.Next();
        for (int i = 0; i < SampledLines && reader.Next() is { } line; i++)
        {
            fields.Set(line);
            width = Math.Max(width, fields.Width);
        }
        return width;
    }
}
