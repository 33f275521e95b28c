using Microsoft.ML.Rows;

namespace Microsoft.ML.Data;

/// <summary>Which columns of a schema go into which members of a user's row type; checked once.</summary>
internal sealed class ObjectFiller<TRow>
    where TRow : class, new()
{
    private static readonly MethodInfo ScalarMethod = Method(nameof(Scalar));
    private static readonly MethodInfo ArrayMethod = Method(nameof(ArrayVector));
    private static readonly MethodInfo BufferMethod = Method(nameof(BufferVector));

    private readonly (UserMember Member, DataViewSchema.Column Column)[] _bound;

    public ObjectFiller(DataViewSchema schema, bool ignoreMissingColumns, SchemaDefinition definition)
    {
        definition ??= SchemaDefinition.Create(typeof(TRow), SchemaDefinition.Direction.Write);
        var bound = new List<(UserMember, DataViewSchema.Column)>();
        foreach (var item in definition)
        {
            string name = item.ColumnName ?? item.MemberName;
            if (schema.GetColumnOrNull(name) is not { } column)
            {
                if (ignoreMissingColumns)
                    continue;
                throw Check.ExceptSchemaMismatch("Schema", "", name);
            }
            var member = UserMember.Find(typeof(TRow), item.MemberName);
            Check.That(
                MemberTypes.Fits(column.Type, member.Type),
                $"Can't bind the IDataView column '{name}' of type '{column.Type}' to field or property '{item.MemberName}' of type '{member.Type}'.");
            bound.Add((member, column));
        }
        _bound = [.. bound];
    }

    public IEnumerable<DataViewSchema.Column> Columns => _bound.Select(b => b.Column);

    /// <summary>An action that fills an object from the row's current values; the row has <see cref="Columns"/> active.</summary>
    public Action<TRow> Bind(DataViewRow row)
    {
        var setters = _bound.Select(b => MakeSetter(row, b.Member, b.Column)).ToArray();
        return target =>
        {
            foreach (var set in setters)
                set(target);
        };
    }

    private static Action<TRow> MakeSetter(DataViewRow row, UserMember member, DataViewSchema.Column column)
    {
        if (member.Type == typeof(string))
        {
            var get = row.GetGetter<ReadOnlyMemory<char>>(column);
            var set = member.Setter<TRow, string>();
            ReadOnlyMemory<char> text = default;
            return target =>
            {
                get(ref text);
                set(target, text.ToString());
            };
        }
        if (member.Type == typeof(string[]))
        {
            var get = row.GetGetter<VBuffer<ReadOnlyMemory<char>>>(column);
            var set = member.Setter<TRow, string[]>();
            VBuffer<ReadOnlyMemory<char>> texts = default;
            return target =>
            {
                get(ref texts);
                set(target, [.. texts.DenseValues().Select(t => t.ToString())]);
            };
        }
        if (member.Type.IsArray)
            return ArrayMethod.Invoke<Action<TRow>>(member.Type.GetElementType(), row, member, column);
        if (column.Type is VectorDataViewType)
            return BufferMethod.Invoke<Action<TRow>>(member.Type.GetGenericArguments()[0], row, member, column);
        return ScalarMethod.Invoke<Action<TRow>>(member.Type, row, member, column);
    }

    private static Action<TRow> Scalar<T>(DataViewRow row, UserMember member, DataViewSchema.Column column)
    {
        var get = row.GetGetter<T>(column);
        var set = member.Setter<TRow, T>();
        return target =>
        {
            T value = default;
            get(ref value);
            set(target, value);
        };
    }

    private static Action<TRow> ArrayVector<T>(DataViewRow row, UserMember member, DataViewSchema.Column column)
    {
        var get = row.GetGetter<VBuffer<T>>(column);
        var peek = member.Getter<TRow, T[]>();
        var set = member.Setter<TRow, T[]>();
        VBuffer<T> buffer = default;
        return target =>
        {
            get(ref buffer);
            var array = peek(target);
            if (array is null || array.Length != buffer.Length)
                array = new T[buffer.Length];
            buffer.CopyTo(array);
            set(target, array);
        };
    }

    private static Action<TRow> BufferVector<T>(DataViewRow row, UserMember member, DataViewSchema.Column column)
    {
        var get = row.GetGetter<VBuffer<T>>(column);
        var peek = member.Getter<TRow, VBuffer<T>>();
        var set = member.Setter<TRow, VBuffer<T>>();
        return target =>
        {
            var buffer = peek(target);
            get(ref buffer);
            set(target, buffer);
        };
    }

    private static MethodInfo Method(string name) => typeof(ObjectFiller<TRow>).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static);
}
