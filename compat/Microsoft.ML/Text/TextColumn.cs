namespace Microsoft.ML.Text;

/// <summary>A column of a text file: its fields, its type and the names that the header gives its slots.</summary>
internal sealed class TextColumn
{
    private readonly string[] _slotNames;

    public TextColumn(TextLoader.Column column, TextSegment[] segments, string[] header)
    {
        Check.That(!string.IsNullOrWhiteSpace(column.Name), "Missing column name in a text loader's options");
        Check.That(segments.Length > 0, $"Column '{column.Name}' has no source fields");
        Name = column.Name;
        Kind = column.DataKind;
        Segments = segments;
        KeyCount = column.KeyCount is null ? 0 : column.KeyCount.Count ?? MaxKey(column);
        bool varies = segments.Any(s => s.End == TextSegment.Open);
        IsVector = varies || segments.Length > 1 || segments[0].Length != 1 || column.Source.Any(r => r.ForceVector);
        if (header is not null && IsVector && !varies)
        {
            var names = segments.SelectMany(s => Enumerable.Range(s.Min, s.Length)).Select(i => i < header.Length ? header[i] : "").ToArray();
            _slotNames = names.Any(n => n.Length > 0) ? names : null;
        }
        Type = TypeOf();
    }

    private TextColumn(string name, DataKind kind, ulong keyCount, bool isVector, TextSegment[] segments, string[] slotNames)
    {
        Name = name;
        Kind = kind;
        KeyCount = keyCount;
        IsVector = isVector;
        Segments = segments;
        _slotNames = slotNames;
        Type = TypeOf();
    }

    public string Name { get; }

    public DataKind Kind { get; }

    public TextSegment[] Segments { get; }

    public ulong KeyCount { get; }

    public bool IsVector { get; }

    public DataViewType Type { get; }

    public DataViewSchema.Annotations Annotations
    {
        get
        {
            if (_slotNames is null)
                return null;
            var names = Array.ConvertAll(_slotNames, n => n.AsMemory());
            var builder = new DataViewSchema.Annotations.Builder();
            builder.Add(
                AnnotationKinds.SlotNames,
                new VectorDataViewType(TextDataViewType.Instance, names.Length),
                (ref VBuffer<ReadOnlyMemory<char>> value) => VBuffer<ReadOnlyMemory<char>>.Copy(names, 0, ref value, names.Length));
            return builder.ToAnnotations();
        }
    }

    public static TextColumn Load(BinaryReader reader)
    {
        string name = reader.ReadString();
        var kind = (DataKind)reader.ReadByte();
        ulong keyCount = reader.ReadUInt64();
        bool isVector = reader.ReadBoolean();
        var segments = new TextSegment[reader.ReadInt32()];
        for (int i = 0; i < segments.Length; i++)
            segments[i] = new TextSegment(reader.ReadInt32(), reader.ReadInt32());
        int names = reader.ReadInt32();
        var slotNames = names < 0 ? null : new string[names];
        for (int i = 0; i < names; i++)
            slotNames[i] = reader.ReadString();
        return new TextColumn(name, kind, keyCount, isVector, segments, slotNames);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(Name);
        writer.Write((byte)Kind);
        writer.Write(KeyCount);
        writer.Write(IsVector);
        writer.Write(Segments.Length);
        foreach (var segment in Segments)
        {
            writer.Write(segment.Min);
            writer.Write(segment.End);
        }
        writer.Write(_slotNames?.Length ?? -1);
        foreach (string name in _slotNames ?? [])
            writer.Write(name);
    }

    private static ulong MaxKey(TextLoader.Column column) => column.DataKind switch
    {
        DataKind.Byte => byte.MaxValue,
        DataKind.UInt16 => ushort.MaxValue,
        DataKind.UInt32 => uint.MaxValue,
        DataKind.UInt64 => ulong.MaxValue,
        _ => throw Check.Except($"Column '{column.Name}' has a key count, but {column.DataKind} is not a representation of keys"),
    };

    private DataViewType TypeOf()
    {
        var item = TypeQueries.TypeOf(Kind);
        if (KeyCount > 0)
        {
            Check.That(KeyDataViewType.IsValidDataType(item.RawType), $"Column '{Name}' has a key count, but {Kind} is not a representation of keys");
            item = new KeyDataViewType(item.RawType, KeyCount);
        }
        if (!IsVector)
            return item;
        return Segments.Any(s => s.End == TextSegment.Open)
            ? new VectorDataViewType(item)
            : new VectorDataViewType(item, Segments.Sum(s => s.Length));
    }
}
