using Microsoft.ML.Rows;

namespace Microsoft.ML.Data;

/// <summary>Scalars and vectors of one item type end to end.</summary>
internal sealed class ConcatenatingMapper : ColumnMapper
{
    private static readonly MethodInfo GetterMethod = typeof(ConcatenatingMapper).GetMethod(nameof(MakeTyped), BindingFlags.NonPublic | BindingFlags.Static);

    private readonly string _name;
    private readonly DataViewSchema.Column[] _sources;
    private readonly VectorDataViewType _type;

    public ConcatenatingMapper(DataViewSchema inputSchema, string name, string[] sources)
        : base(inputSchema)
    {
        _name = name;
        _sources = [.. sources.Select(source => inputSchema.GetColumnOrNull(source) ?? throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", source))];

        // Only the representation of keys counts: their cardinalities have no meaning for the whole.
        var item = (PrimitiveDataViewType)_sources[0].Type.ItemTypeOrSelf();
        int size = 0;
        bool varies = false;
        foreach (var source in _sources)
        {
            if (!source.Type.ItemTypeOrSelf().Equals(item))
                throw Check.Except($"Column '{source.Name}' has type {source.Type.ItemTypeOrSelf()}, but expected type {item}");
            varies |= source.Type.ValueCount() == 0;
            size = checked(size + source.Type.ValueCount());
        }
        _type = _sources is [{ Type: VectorDataViewType only }] ? only : new VectorDataViewType(item, varies ? 0 : size);
    }

    public override void MarkDependencies(int added, bool[] input)
    {
        foreach (var source in _sources)
            input[source.Index] = true;
    }

    protected override DataViewSchema.DetachedColumn[] MakeColumns()
    {
        if (_sources.Length == 1)
            return [new DataViewSchema.DetachedColumn(_name, _type, _sources[0].Annotations)];
        var builder = new DataViewSchema.Annotations.Builder();
        if (_type.IsKnownSize && HasAnyName())
            builder.Add<VBuffer<ReadOnlyMemory<char>>>(AnnotationKinds.SlotNames, new VectorDataViewType(TextDataViewType.Instance, _type.Size), GetSlotNames);
        if (_sources.All(s => s.IsNormalized()))
            builder.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
        return [new DataViewSchema.DetachedColumn(_name, _type, builder.ToAnnotations())];
    }

    protected override Delegate MakeGetter(DataViewRow input, int added)
    {
        if (_sources is [{ Type: VectorDataViewType }])
            return GetterCast.Of(input, _sources[0]);
        return GetterMethod.Invoke<Delegate>(_type.ItemType.RawType, input, _sources);
    }

    private bool HasAnyName() => _sources.Any(s => s.Type is not VectorDataViewType || s.HasSlotNames());

    // A scalar lends its own name, a vector its slots' names after its own.
    private void GetSlotNames(ref VBuffer<ReadOnlyMemory<char>> value)
    {
        var names = new ReadOnlyMemory<char>[_type.Size];
        int at = 0;
        foreach (var source in _sources)
        {
            if (source.Type is not VectorDataViewType)
            {
                names[at] = source.Name.AsMemory();
            }
            else if (source.HasSlotNames())
            {
                VBuffer<ReadOnlyMemory<char>> own = default;
                source.GetSlotNames(ref own);
                foreach (var (slot, text) in own.Items())
                {
                    if (!text.IsEmpty)
                        names[at + slot] = $"{source.Name}.{text}".AsMemory();
                }
            }
            at += source.Type.ValueCount();
        }
        value = new VBuffer<ReadOnlyMemory<char>>(names.Length, names);
    }

    private static Delegate MakeTyped<T>(DataViewRow input, DataViewSchema.Column[] sources)
    {
        var scalars = new ValueGetter<T>[sources.Length];
        var vectors = new ValueGetter<VBuffer<T>>[sources.Length];
        for (int i = 0; i < sources.Length; i++)
        {
            if (sources[i].Type is VectorDataViewType)
                vectors[i] = input.GetGetter<VBuffer<T>>(sources[i]);
            else
                scalars[i] = input.GetGetter<T>(sources[i]);
        }
        var parts = new VBuffer<T>[sources.Length];
        return (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) =>
        {
            int length = 0, explicitCount = 0;
            for (int i = 0; i < parts.Length; i++)
            {
                if (vectors[i] is null)
                {
                    length++;
                    explicitCount++;
                    continue;
                }
                vectors[i](ref parts[i]);
                length += parts[i].Length;
                explicitCount += parts[i].GetValues().Length;
            }
            // Sparse only where that saves at least half.
            bool sparse = explicitCount <= length / 2;
            var editor = VBufferEditor.Create(ref value, length, sparse ? explicitCount : length);
            int offset = 0, used = 0;
            for (int i = 0; i < parts.Length; i++)
            {
                if (vectors[i] is null)
                {
                    if (sparse)
                        editor.Indices[used] = offset;
                    scalars[i](ref editor.Values[sparse ? used : offset]);
                    used++;
                    offset++;
                    continue;
                }
                if (!sparse)
                {
                    parts[i].CopyTo(editor.Values, offset);
                }
                else
                {
                    var values = parts[i].GetValues();
                    var indices = parts[i].GetIndices();
                    for (int k = 0; k < values.Length; k++)
                    {
                        editor.Indices[used] = offset + (parts[i].IsDense ? k : indices[k]);
                        editor.Values[used++] = values[k];
                    }
                }
                offset += parts[i].Length;
            }
            value = editor.Commit();
        });
    }
}
