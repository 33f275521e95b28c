using Microsoft.ML.Rows;

namespace Microsoft.ML.Data;

/// <summary>The columns that a user's row type stands for: their schema, and getters that read the members of an object.</summary>
internal sealed class ObjectColumns<TRow>
    where TRow : class
{
    private static readonly MethodInfo ScalarMethod = Method(nameof(Scalar));
    private static readonly MethodInfo KeyMethod = Method(nameof(Key));
    private static readonly MethodInfo ArrayMethod = Method(nameof(ArrayVector));
    private static readonly MethodInfo BufferMethod = Method(nameof(BufferVector));

    private readonly (UserMember Member, DataViewType Type)[] _columns;

    public ObjectColumns(SchemaDefinition definition, SchemaDefinition.Direction direction = SchemaDefinition.Direction.Read)
    {
        definition ??= SchemaDefinition.Create(typeof(TRow), direction);
        var builder = new DataViewSchema.Builder();
        var names = new HashSet<string>();
        _columns = new (UserMember, DataViewType)[definition.Count];
        for (int i = 0; i < _columns.Length; i++)
        {
            var column = definition[i];
            var member = UserMember.Find(typeof(TRow), column.MemberName);
            var type = column.ColumnType ?? MemberTypes.ColumnTypeOf(member);
            string name = column.ColumnName ?? column.MemberName;
            Check.Param(names.Add(name), "userSchemaDefinition", $"Duplicate column name '{name}' detected, this is disallowed");
            Check.Param(
                MemberTypes.Fits(type, member.Type),
                "userSchemaDefinition",
                $"Column '{name}' is supposed to be {type}, but type of associated field '{column.MemberName}' is {member.Type}");
            _columns[i] = (member, type);
            builder.AddColumn(name, type, column.Annotations);
        }
        Schema = builder.ToSchema();
    }

    public DataViewSchema Schema { get; }

    public int Count => _columns.Length;

    public Delegate MakeGetter(int column, RowBox<TRow> box)
    {
        var (member, type) = _columns[column];
        ulong keys = type.KeyCountOf();
        var memberType = member.Type;
        if (memberType == typeof(string))
        {
            var text = member.Getter<TRow, string>();
            return (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) => value = text(box.Value).AsMemory());
        }
        if (memberType == typeof(string[]))
        {
            var texts = member.Getter<TRow, string[]>();
            return (ValueGetter<VBuffer<ReadOnlyMemory<char>>>)((ref VBuffer<ReadOnlyMemory<char>> value) =>
            {
                var source = texts(box.Value) ?? [];
                var editor = VBufferEditor.Create(ref value, source.Length);
                for (int i = 0; i < source.Length; i++)
                    editor.Values[i] = source[i].AsMemory();
                value = editor.Commit();
            });
        }
        if (memberType.IsArray)
        {
            Check.That(memberType.GetArrayRank() == 1, $"Member {member.Info.Name} is an array of several dimensions; use one of one dimension and VectorType with the dimensions");
            return ArrayMethod.Invoke<Delegate>(memberType.GetElementType(), member, box, keys);
        }
        if (type is VectorDataViewType)
            return BufferMethod.Invoke<Delegate>(memberType.GetGenericArguments()[0], member, box);
        return keys > 0 ? KeyMethod.Invoke<Delegate>(memberType, member, box, keys) : ScalarMethod.Invoke<Delegate>(memberType, member, box);
    }

    private static ValueGetter<T> Scalar<T>(UserMember member, RowBox<TRow> box)
    {
        var get = member.Getter<TRow, T>();
        return (ref T value) => value = get(box.Value);
    }

    // A key beyond the cardinality is a missing value.
    private static ValueGetter<T> Key<T>(UserMember member, RowBox<TRow> box, ulong keys)
    {
        var get = member.Getter<TRow, T>();
        return (ref T value) =>
        {
            var raw = get(box.Value);
            value = Convert.ToUInt64(raw, CultureInfo.InvariantCulture) <= keys ? raw : default;
        };
    }

    private static ValueGetter<VBuffer<T>> ArrayVector<T>(UserMember member, RowBox<TRow> box, ulong keys)
    {
        var get = member.Getter<TRow, T[]>();
        return (ref VBuffer<T> value) =>
        {
            var source = get(box.Value);
            var editor = VBufferEditor.Create(ref value, source?.Length ?? 0);
            source.AsSpan().CopyTo(editor.Values);
            for (int i = 0; keys > 0 && i < editor.Values.Length; i++)
            {
                if (Convert.ToUInt64(editor.Values[i], CultureInfo.InvariantCulture) > keys)
                    editor.Values[i] = default;
            }
            value = editor.Commit();
        };
    }

    private static ValueGetter<VBuffer<T>> BufferVector<T>(UserMember member, RowBox<TRow> box)
    {
        var get = member.Getter<TRow, VBuffer<T>>();
        return (ref VBuffer<T> value) => get(box.Value).CopyTo(ref value);
    }

    private static MethodInfo Method(string name) => typeof(ObjectColumns<TRow>).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static);
}
