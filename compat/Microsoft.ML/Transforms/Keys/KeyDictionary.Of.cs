using Microsoft.ML.Binary;

namespace Microsoft.ML.Transforms;

/// <summary>A dictionary of values of one raw type.</summary>
internal sealed class KeyDictionary<T> : KeyDictionary
{
    private readonly Dictionary<T, uint> _keys = new(ValueTraits<T>.Equality);
    private readonly T[] _values;

    public KeyDictionary(PrimitiveDataViewType itemType, BinaryReader reader)
        : base(itemType)
    {
        _values = ValueArray.Read<T>(reader);
        Number();
    }

    public KeyDictionary(PrimitiveDataViewType itemType, IDataView data, DataViewSchema.Column column, int maximum, bool sorted)
        : base(itemType)
    {
        var found = new HashSet<T>(ValueTraits<T>.Equality);
        var values = new List<T>();
        using (var cursor = data.GetRowCursor([column]))
        {
            Action read = column.Type is VectorDataViewType ? VectorReader(cursor, column, Add) : ScalarReader(cursor, column, Add);
            while (values.Count < maximum && cursor.MoveNext()) read();
        }

        if (sorted) values.Sort(ValueTraits<T>.Order);
        _values = [.. values];
        Number();

        void Add(T value)
        {
            if (values.Count < maximum && !ValueTraits<T>.IsMissing(value) && found.Add(value)) values.Add(Detached(value));
        }
    }

    public override int Count => _values.Length;

    public override Delegate MakeGetter(DataViewRow input, DataViewSchema.Column column) => ElementwiseMapping.Getter<T, uint>(input, column, KeyOf);

    public override void AddKeyValues(DataViewSchema.Annotations.Builder annotations, bool asText)
    {
        if (asText && ItemType is not TextDataViewType)
        {
            var text = (Func<T, ReadOnlyMemory<char>>)ValueConversion.Find(typeof(T), typeof(ReadOnlyMemory<char>));
            AnnotationVector.Add(annotations, AnnotationKinds.KeyValues, TextDataViewType.Instance, [.. _values.Select(text)]);
        }
        else
        {
            AnnotationVector.Add(annotations, AnnotationKinds.KeyValues, ItemType, _values);
        }
    }

    public override void Save(BinaryWriter writer)
    {
        SchemaFormat.WriteType(writer, ItemType);
        ValueArray.Write(writer, _values);
    }

    private void Number()
    {
        for (int i = 0; i < _values.Length; i++) _keys[_values[i]] = (uint)i + 1;
    }

    private uint KeyOf(T value) => ValueTraits<T>.IsMissing(value) ? 0 : _keys.GetValueOrDefault(value);

    // Text may be a piece of a large buffer, which the dictionary must not keep alive.
    private static T Detached(T value) => value is ReadOnlyMemory<char> text ? (T)(object)text.ToString().AsMemory() : value;

    private static Action ScalarReader(DataViewRow row, DataViewSchema.Column column, Action<T> add)
    {
        var getter = row.GetGetter<T>(column);
        var value = default(T);
        return () =>
        {
            getter(ref value);
            add(value);
        };
    }

    private static Action VectorReader(DataViewRow row, DataViewSchema.Column column, Action<T> add)
    {
        var getter = row.GetGetter<VBuffer<T>>(column);
        var value = default(VBuffer<T>);
        return () =>
        {
            getter(ref value);
            foreach (T item in value.DenseValues()) add(item);
        };
    }
}
